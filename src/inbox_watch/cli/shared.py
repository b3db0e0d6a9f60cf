"""What the commands share: where things are, what was asked, one scan, and how it ends."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from inbox_watch.cli.options import IS_DUE
from inbox_watch.errors import ConfigError, InboxWatchError, UsageError

if TYPE_CHECKING:
    from inbox_watch import app
    from inbox_watch.core.mailbox import Progress
    from inbox_watch.core.types import Scan
    from inbox_watch.state import Asked

PARTLY = 3
_CLEAR = "\r\x1b[K"  # what stands on a terminal's line


def place_of(context: click.Context, given: dict[str, Any]) -> dict[str, Path | None]:
    """Return where configuration and state are: the command's own options win over the program's."""
    return {name: given.pop(name) or context.obj[name] for name in ("config_file", "state_folder")}


def load(place: dict[str, Path | None]) -> tuple[Any, Path]:
    from inbox_watch import config, state

    return config.load(place["config_file"]), state.folder(place["state_folder"])


def asked_of(sources: Sequence[Path], *, demo: bool = False, **given: Any) -> Asked:
    from inbox_watch.state import Asked

    return Asked(sources=tuple(str(path.absolute()) for path in sources), demo=demo, **given)


def scan_and_write(
    place: dict[str, Path | None], asked: Asked, form: str, output: Path | None, everything: bool, fail_if_due: bool
) -> int:
    from inbox_watch import app, config

    chosen = config.Config() if asked.demo else config.load(place["config_file"])
    folder = _folder(place, is_needed=not (asked.demo or asked.sources))
    outcome = run_scan(chosen, asked, folder)
    has_failed = bool(outcome.errors) and len(outcome.errors) == len(outcome.scan.sources)
    if not has_failed:  # else the last scan stays the last
        _remember(folder, asked)
    if has_failed and asked.sources and form == "table":
        return status_of(outcome, 0)  # "0 mails" would say that there are none
    for source in outcome.scan.sources if asked.sources else ():
        if not source.messages and not source.error:
            when = " of that time" if asked.now or asked.since else ""
            note_empty(source.name, when + (f", {len(source.skipped):,} set aside" if source.skipped else ""))
    _write(outcome.scan, form, output, everything=everything)
    return status_of(outcome, IS_DUE if fail_if_due and app.has_due(outcome.scan) else 0)


def _folder(place: dict[str, Path | None], *, is_needed: bool) -> Path | None:
    """Return the state folder; None where it can't be made and a scan of files gives its result without it."""
    from inbox_watch import state

    try:
        return state.folder(place["state_folder"])
    except InboxWatchError as error:
        if is_needed:
            raise
        complain(error)
        return None


def _remember(folder: Path | None, asked: Asked) -> None:
    """Keep what was asked; where that can't be, say what won't work. The scan's result is worth having without it."""
    from inbox_watch import state

    try:
        if folder is not None:
            state.remember(folder, asked)
            return
        reason = ""
    except (InboxWatchError, OSError) as error:
        reason = f": {error}"
    complain(
        InboxWatchError(
            f"this scan can't be remembered{reason}",
            advice="explain, draft and other commands that repeat the last scan need a --state folder to write to.",
        )
    )


def with_state(settings: app.Settings, folder: Path | None) -> app.Settings:
    """Return the settings with the user's words, and the key of our own digests, where there is a state folder."""
    from inbox_watch import state
    from inbox_watch.store import words

    if folder is None:
        return settings
    try:
        said = words.read(folder)
    except PermissionError:  # of the folder: `_remember` complains of it
        said = ()
    return replace(settings, mark_key=state.mark_key(folder), words=said)


def run_scan(config: Any, asked: Asked, folder: Path | None) -> app.Outcome:
    from inbox_watch import accounts, app
    from inbox_watch import demo as mailbox

    asked = with_demo(asked)
    settings = with_state(settings_of(config, asked), folder)
    if asked.demo:
        return app.scan([app.Source(name="demo", read=mailbox.read)], settings)
    if asked.sources:
        return app.scan([app.file_source(Path(path)) for path in asked.sources], settings)
    if not config.accounts or folder is None:
        raise UsageError(
            "nothing to scan: no SOURCE given and no account configured",
            advice="Name a file or folder, try inbox-watch demo, or add an [[account]] to the configuration.",
        )
    return accounts.scan(config.accounts, settings, folder, show_progress, say=say_wait)


def with_demo(asked: Asked) -> Asked:
    """Return what was asked with the demo mailbox's own address, date and place, where it is the demo that was."""
    from inbox_watch import demo as mailbox

    if not asked.demo:
        return asked
    return replace(
        asked,
        me=(mailbox.ME,),
        now=asked.now or mailbox.NOW,
        tz=asked.tz or mailbox.ZONE,
        country=asked.country or mailbox.COUNTRY,
    )


def show_progress(progress: Progress) -> None:
    """Show on a terminal how far the scan has come; elsewhere nothing."""
    if sys.stderr.isatty():
        from inbox_watch.core.clean import clean

        text = (
            f"{clean(progress.mailbox, limit=40)}: {progress.done:,} of {progress.total:,} mails, "
            f"{progress.received / 1e6:,.1f} MB received"
        )
        click.echo(f"{_CLEAR}{text}{_CLEAR if progress.done >= progress.total else ''}", nl=False, err=True)


def say_wait(line: str) -> None:
    """Say what is waited for, on a terminal and elsewhere: without a word it would look as if the program hung."""
    from inbox_watch.core.clean import clean

    with contextlib.suppress(OSError):  # that nobody hears it is no fault of the mail server's
        click.echo(f"{_CLEAR if sys.stderr.isatty() else ''}inbox-watch: {clean(line, limit=300)}", err=True)


def repeat(config: Any, folder: Path, sources: Sequence[Path], **given: Any) -> app.Outcome:
    """Scan what SOURCE names; without one repeat the last scan, with what is given here in place of what was asked."""
    from inbox_watch import state

    asked = asked_of(sources, **given)
    if not sources:
        asked = replace(state.recall(folder), **{name: value for name, value in given.items() if value})
    return run_scan(config, asked, folder)


def asked_again(config: Any, folder: Path, sources: Sequence[Path], **given: Any) -> Asked:
    """Return what is asked: SOURCE, else the accounts; where none are configured, the last scan, with what is given
    here in place of what was asked then.
    """
    from inbox_watch import state

    if sources or config.accounts or not state.has_scanned(folder):
        return asked_of(sources, **given)
    return with_demo(replace(state.recall(folder), **{name: value for name, value in given.items() if value}))


def settings_of(config: Any, asked: Asked) -> app.Settings:
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
        is_by_clock=asked.now is None,
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


def status_of(outcome: app.Outcome, otherwise: int) -> int:
    return ended(outcome.errors, len(outcome.scan.sources), otherwise)


def ended(errors: Sequence[InboxWatchError], sources: int, otherwise: int) -> int:
    """Complain of the sources that failed; return 3 where others were read, else the first failure's own status."""
    for error in errors:
        complain(error)
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


def note_empty(name: str, how: str = "") -> None:
    """Say that a source held no mail: no error, and yet it may not be what was meant."""
    advice = "In a folder, files that end in .eml and Maildirs are read; name an mbox file itself."
    complain(InboxWatchError(f"{name}: no mail found{how}", advice=advice))


def complain(error: InboxWatchError) -> None:
    from inbox_watch.core.clean import clean

    click.echo(f"inbox-watch: {clean(error.what, limit=2000)}", err=True)
    if error.advice:
        click.echo(f"  {clean(error.advice, limit=2000)}", err=True)
