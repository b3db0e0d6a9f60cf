"""Words in, words out. The only place that reads the clock, prints and chooses the exit status."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from inbox_watch import __version__
from inbox_watch.errors import ConfigError, InboxWatchError, UsageError

if TYPE_CHECKING:
    from inbox_watch import app
    from inbox_watch.core.mailbox import Progress
    from inbox_watch.core.types import Scan
    from inbox_watch.state import Asked

INTERRUPTED = 130
FAULT = 1
PARTLY = 3
IS_DUE = 10
FORMATS = click.Choice(["table", "json", "html", "ics"])


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its status. Every error becomes one line of advice."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a narrow code page must not end a scan
    try:
        status = program.main(args=arguments, prog_name="inbox-watch", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.Abort:
        return INTERRUPTED
    except KeyboardInterrupt:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except InboxWatchError as error:
        _complain(error)
        return error.exit_status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left: no complaint at exit
        return 0
    except OSError as error:
        click.echo(f"inbox-watch: {error.strerror or error}", err=True)
        return FAULT
    except Exception as error:
        if "INBOX_WATCH_DEBUG" in os.environ:
            raise
        click.echo(
            f"inbox-watch: a fault of the program ({type(error).__name__}). INBOX_WATCH_DEBUG=1 shows where.", err=True
        )
        return FAULT


def _complain(error: InboxWatchError) -> None:
    from inbox_watch.report.clean import clean

    click.echo(f"inbox-watch: {clean(error.what, limit=2000)}", err=True)
    if error.advice:
        click.echo(f"  {clean(error.advice, limit=2000)}", err=True)


def _options(*made: Callable[..., Any]) -> Callable[..., Any]:
    def apply(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(made):
            function = option(function)
        return function

    return apply


_places = _options(
    click.option("--config", "config_file", type=click.Path(path_type=Path), help="The configuration file."),
    click.option(
        "--state", "state_folder", type=click.Path(path_type=Path), help="The folder for the program's state."
    ),
)
_me = click.option("--me", multiple=True, metavar="ADDRESS", help="Your own address; may be given several times.")
_moment = _options(
    click.option("--now", metavar="ISO-8601", help="Pretend that it is this moment."),
    click.option("--tz", metavar="ZONE", help="Your time zone, such as Europe/Berlin."),
    click.option("--country", metavar="CODE", help="Whose public holidays count, such as DE."),
    click.option("--since", metavar="DATE", help="Leave out mail of before this day."),
)
_output = _options(
    click.option("--format", "form", type=FORMATS, default="table", show_default=True, help="What to write."),
    click.option(
        "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file, readable by you alone."
    ),
    click.option("--all", "everything", is_flag=True, help="Show opportunities with nothing to do as well."),
    click.option("--fail-if-due", is_flag=True, help=f"End with status {IS_DUE} where an action is due or overdue."),
)
_sources = click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=click.Path(path_type=Path))
_needed_sources = click.argument(
    "sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path)
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="inbox-watch")
@_places
@click.pass_context
def program(context: click.Context, config_file: Path | None, state_folder: Path | None) -> None:
    """Find the threads with recruiters in your mailbox; say what you owe and whom to ask for an update.

    Everything runs on this machine, and the mailbox is only ever read.
    """
    context.obj = {"config_file": config_file, "state_folder": state_folder}


@program.command()
@_moment
@_output
@_places
@click.pass_context
def demo(
    context: click.Context, /, form: str, output: Path | None, everything: bool, fail_if_due: bool, **given: Any
) -> int:
    """Scan the mailbox that ships with the program, at that mailbox's own date."""
    return _scan(_place(context, given), _asked((), demo=True, **given), form, output, everything, fail_if_due)


@program.command()
@_sources
@_me
@_moment
@_output
@_places
@click.pass_context
def scan(
    context: click.Context,
    /,
    sources: tuple[Path, ...],
    form: str,
    output: Path | None,
    everything: bool,
    fail_if_due: bool,
    **given: Any,
) -> int:
    """Scan mail once: .eml files, folders of them, mbox files, Maildirs; else the configured accounts."""
    return _scan(_place(context, given), _asked(sources, **given), form, output, everything, fail_if_due)


@program.command()
@_needed_sources
@_me
@_places
@click.pass_context
def classify(context: click.Context, /, sources: tuple[Path, ...], me: tuple[str, ...], **given: Any) -> int:
    """Write one line of JSON for each mail: what the program reads in it."""
    from inbox_watch import app
    from inbox_watch.report.as_json import broken_json, classify_json

    config, _ = _load(_place(context, given))
    settings = _settings(config, _asked((), me=me))
    errors = []
    for line in app.classify([app.file_source(path) for path in sources], settings.me, settings.calendar):
        if isinstance(line, InboxWatchError):
            errors.append(line)
        elif line.message and line.reading:
            click.echo(classify_json(line.message, line.reading))
        else:
            click.echo(broken_json(line.source, line.error))
    return _ended(errors, len(sources), 0)


@program.command()
@click.argument("opportunity", metavar="ID")
@_sources
@_me
@_moment
@_places
@click.pass_context
def explain(context: click.Context, /, opportunity: str, sources: tuple[Path, ...], **given: Any) -> int:
    """Say why: each conclusion on an opportunity with its sentence, its rule and its date arithmetic.

    ID is an opportunity's id, the start of it, or a word of its company, role or contact. Without SOURCE, the last scan
    is repeated.
    """
    from inbox_watch import app, state
    from inbox_watch.report.explanation import explain as explanation

    config, folder = _load(_place(context, given))
    asked = _asked(sources, **given)
    if not sources:
        told = {name: value for name, value in given.items() if value}
        asked = replace(state.recall(folder), **told)
    outcome = _run(config, asked, folder)
    click.echo(explanation(app.find(outcome.scan, opportunity), outcome.scan.now), nl=False)
    return _status(outcome, 0)


@program.command()
@click.argument("what", type=click.Choice(["account", "opportunity", "everything"]))
@click.argument("name", required=False, metavar="[NAME|ID]")
@click.option("--yes", is_flag=True, help="Don't ask.")
@_places
@click.pass_context
def forget(context: click.Context, /, what: str, name: str | None, yes: bool, **given: Any) -> int:
    """Delete what the program knows: of an account, of an opportunity, or everything. Your mailbox stays as it is."""
    from inbox_watch import accounts

    if (name is None) == (what != "everything"):
        raise UsageError(f"forget {what}: {'name' if name is None else 'no'} NAME wanted", advice="See forget --help.")
    config, folder = _load(_place(context, given))
    if not yes and not sys.stdin.isatty():
        raise UsageError("forget: nobody is there to ask", advice="Say --yes where you mean it.")
    if not yes:
        which = f"{what} {name}" if name else what
        click.confirm(f"Forget {which}? What is on the server can be read anew.", abort=True, err=True)
    if what == "opportunity":
        count = accounts.forget_opportunity(config.accounts, _settings(config, _asked(())), folder, str(name))
    else:
        count = accounts.forget_account(folder, name) if name else accounts.forget_everything(folder)
    click.echo(f"Forgotten: {count:,} {'mail' if count == 1 else 'mails'}.", err=True)
    return 0


@program.command()
@_places
@click.pass_context
def doctor(context: click.Context, /, **given: Any) -> int:
    """Check configuration, credentials, servers, model and state, and say what to do."""
    from inbox_watch import doctor as checks

    place = _place(context, given)
    failed = 0
    for check in checks.run(place["config_file"], place["state_folder"]):
        click.echo(f"{'ok  ' if check.error is None else 'FAIL'}  {check.what}")
        if check.error:
            click.echo(f"      {check.error.what}. {check.error.advice}")
            failed = failed or check.error.exit_status
    return failed


# --- what the commands share ------------------------------------------------------------------------------------------


def _place(context: click.Context, given: dict[str, Any]) -> dict[str, Path | None]:
    """Return where configuration and state are: the command's own options win over the program's."""
    return {name: given.pop(name) or context.obj[name] for name in ("config_file", "state_folder")}


def _load(place: dict[str, Path | None]) -> tuple[Any, Path]:
    from inbox_watch import config, state

    return config.load(place["config_file"]), state.folder(place["state_folder"])


def _asked(sources: Sequence[Path], *, demo: bool = False, **given: Any) -> Asked:
    from inbox_watch.state import Asked

    return Asked(sources=tuple(str(path.absolute()) for path in sources), demo=demo, **given)


def _scan(
    place: dict[str, Path | None], asked: Asked, form: str, output: Path | None, everything: bool, fail_if_due: bool
) -> int:
    from inbox_watch import app, state
    from inbox_watch.config import Config

    config, folder = (Config(), state.folder(place["state_folder"])) if asked.demo else _load(place)
    outcome = _run(config, asked, folder)
    state.remember(folder, asked)
    _write(outcome.scan, form, output, everything=everything)
    return _status(outcome, IS_DUE if fail_if_due and app.has_due(outcome.scan) else 0)


def _run(config: Any, asked: Asked, folder: Path) -> app.Outcome:
    from inbox_watch import accounts, app
    from inbox_watch import demo as mailbox

    if asked.demo:
        asked = replace(
            asked,
            me=(mailbox.ME,),
            now=asked.now or mailbox.NOW,
            tz=asked.tz or mailbox.ZONE,
            country=asked.country or mailbox.COUNTRY,
        )
        return app.scan([app.Source(name="demo", read=mailbox.read)], _settings(config, asked))
    settings = _settings(config, asked)
    if asked.sources:
        return app.scan([app.file_source(Path(path)) for path in asked.sources], settings)
    if not config.accounts:
        raise UsageError(
            "nothing to scan: no SOURCE given and no account configured",
            advice="Name a file or folder, try inbox-watch demo, or add an [[account]] to the configuration.",
        )
    return accounts.scan(config.accounts, settings, folder, _progress)


def _progress(progress: Progress) -> None:
    """Show on a terminal how far the scan has come; elsewhere nothing."""
    if sys.stderr.isatty():
        from inbox_watch.report.clean import clean

        text = (
            f"{clean(progress.mailbox, limit=40)}: {progress.done:,} of {progress.total:,} mails, "
            f"{progress.received / 1e6:,.1f} MB received"
        )
        click.echo(f"\r\x1b[K{text}" + ("\r\x1b[K" if progress.done >= progress.total else ""), nl=False, err=True)


def _settings(config: Any, asked: Asked) -> app.Settings:
    from inbox_watch import app
    from inbox_watch.config import country, zone

    chosen = _option(zone, asked.tz, "--tz") if asked.tz else zone(config.me.timezone)
    now = _parsed(datetime.fromisoformat, asked.now, "--now", "2026-03-10T09:00") if asked.now else datetime.now(UTC)
    since = _parsed(date.fromisoformat, asked.since, "--since", "2026-03-01") if asked.since else None
    if not 1971 <= now.year <= 9000:
        raise UsageError(f"--now: {asked.now!r} is out of range", advice="Give a year from 1971 on.")
    return app.Settings(
        now=(now if now.tzinfo else now.replace(tzinfo=chosen)).astimezone(chosen),
        zone=chosen,
        country=_option(country, asked.country, "--country") if asked.country else config.me.country,
        me=frozenset(map(_address, asked.me)) or frozenset(config.me.addresses),
        since=since,
        timing=config.timing,
    )


def _address(text: str) -> str:
    """Return the address in what --me was given, "Sam <sam@example.com>" too."""
    from email.utils import parseaddr

    address = parseaddr(text)[1].lower()
    if "@" not in address:
        raise UsageError(f"--me: {text!r} is no address", advice="Write it like sam@example.com.")
    return address


def _option(read: Callable[[str], Any], text: str, option: str) -> Any:
    """Read an option's value with what reads the configuration's; a wrong one is a matter of usage."""
    try:
        return read(text)
    except ConfigError as error:
        raise UsageError(f"{option}: {error.what.partition(': ')[2]}", advice=error.advice) from None


def _parsed(read: Callable[[str], Any], text: str, option: str, example: str) -> Any:
    try:
        return read(text)
    except ValueError:
        raise UsageError(f"{option}: can't read {text!r}", advice=f"Write it like {example}.") from None


def _status(outcome: app.Outcome, otherwise: int) -> int:
    return _ended(outcome.errors, len(outcome.scan.sources), otherwise)


def _ended(errors: Sequence[InboxWatchError], sources: int, otherwise: int) -> int:
    """Complain of the sources that failed; return 3 where others were read, else the first failure's own status."""
    for error in errors:
        _complain(error)
    if not errors:
        return otherwise
    return errors[0].exit_status if len(errors) == sources else PARTLY


def _write(made: Scan, form: str, output: Path | None, *, everything: bool) -> None:
    from inbox_watch import report, state
    from inbox_watch.report import table

    if output is None and form == "table":
        table.show(made, table.console(sys.stdout), everything=everything)
        return
    data = report.render(made, form, everything=everything)
    if output:
        state.write_private(output, data)
    else:
        stream: IO[bytes] = sys.stdout.buffer
        stream.write(data)
