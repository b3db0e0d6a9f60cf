"""The night shift: daemon, tick."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
import warnings
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, Any

import click

from inbox_watch.cli.options import places
from inbox_watch.cli.shared import load, place_of
from inbox_watch.errors import InboxWatchError

if TYPE_CHECKING:
    from inbox_watch.daemon import Post
    from inbox_watch.daemon.clocks import Clocks
    from inbox_watch.daemon.look import Say

_INTERRUPTED = 130
_verbose = click.option("--verbose", is_flag=True, help="Say more: each failure, not only the first of its kind.")


@click.command()
@_verbose
@places
@click.pass_context
def daemon(context: click.Context, /, verbose: bool, **given: Any) -> int:
    """Run in the foreground: scan the accounts on an interval, send the nightly digest.

    One line an event goes to standard error, never a word of mail. Ctrl-C or SIGTERM ends it within a second; SIGHUP
    reads the configuration anew. With the same state folder a second one ends with status 75.
    """
    from inbox_watch import daemon as night

    place = place_of(context, given)
    _, folder = load(place)
    post: Post = night.Post()
    signals = _listen(post)
    has_ended = night.run(lambda: load(place)[0], folder, clocks(), _say(verbose=verbose), post)
    status = _INTERRUPTED if signal.SIGINT in signals else 0
    if not has_ended:  # a scan is in the middle of something long; what it has not committed is rolled back
        with contextlib.suppress(OSError, AttributeError):  # nobody may be there to read it
            sys.stderr.flush()
        os._exit(status)
    return status


@click.command()
@_verbose
@places
@click.pass_context
def tick(context: click.Context, /, verbose: bool, **given: Any) -> int:
    """Do what is due now, as the daemon would, and end: for timers (service install --timer)."""
    from inbox_watch import daemon as night

    config, folder = load(place_of(context, given))
    say = _say(verbose=verbose)
    try:
        night.tick(config, folder, clocks(), say)
    except night.Busy:
        say.line("the daemon, or another tick, does what is due")
    return 0


def clocks() -> Clocks:
    """Return the real clocks, and the machine's zone as it is set now."""
    from inbox_watch.daemon.clocks import Clocks

    return Clocks(now=lambda: datetime.now(UTC), monotonic=time.monotonic, zone=_zone)


def _zone() -> tzinfo:
    """Return the machine's zone, read anew: a traveller changes it while the daemon runs."""
    import tzlocal

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a machine whose files disagree still has a zone
        if hasattr(time, "tzset"):
            time.tzset()
        try:
            return tzlocal.reload_localzone()
        except (LookupError, ValueError, OSError):
            return UTC


def _listen(post: Post) -> list[int]:
    """Let signals put their word into `post`; return the list in which those that ended it will stand."""
    from inbox_watch import daemon as night

    came: list[int] = []
    was_in_terminal = _is_in_terminal()

    def stop(number: int, _: object) -> None:
        came.append(number)
        post.put(night.STOP)

    def hang_up(*_: object) -> None:  # a terminal that was closed says the same
        post.put(night.STOP if was_in_terminal and not _is_in_terminal() else night.RELOAD)

    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, hang_up)
    return came


def _is_in_terminal() -> bool:
    return any(os.isatty(number) for number in range(3))


def _say(*, verbose: bool) -> Say:
    from inbox_watch.core.clean import clean
    from inbox_watch.daemon.look import Say

    def line(text: str) -> None:
        with contextlib.suppress(OSError):  # a log that is full or gone ends no night shift
            click.echo(f"{_stamp()}{clean(text, limit=2000)}", err=True)

    def error(failed: InboxWatchError) -> None:
        line(". ".join(part.rstrip(".") for part in (failed.what, failed.advice) if part))

    nothing: Callable[[str], None] = lambda _: None  # noqa: E731
    return Say(line=line, detail=line if verbose else nothing, error=error)


def _stamp() -> str:
    """Return the time to put before a line; the journal notes its own."""
    return "" if "JOURNAL_STREAM" in os.environ else f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M:%S} "
