"""Commands that look after the program itself: doctor, forget."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from inbox_watch.cli.options import places
from inbox_watch.cli.shared import asked_of, load, place_of, say_wait, settings_of
from inbox_watch.errors import InboxWatchError, UsageError


@click.command()
@click.argument("what", type=click.Choice(["account", "opportunity", "everything"]))
@click.argument("name", required=False, metavar="[NAME|ID]")
@click.option("--yes", is_flag=True, help="Don't ask.")
@places
@click.pass_context
def forget(context: click.Context, /, what: str, name: str | None, yes: bool, **given: Any) -> int:
    """Delete what the program knows: of an account, of an opportunity, or everything. Your mailbox stays as it is."""
    from inbox_watch import accounts, state

    if (name is None) == (what != "everything"):
        raise UsageError(f"forget {what}: {'name' if name is None else 'no'} NAME wanted", advice="See forget --help.")
    config, folder = load(place_of(context, given))
    if not yes and not sys.stdin.isatty():
        raise UsageError("forget: nobody is there to ask", advice="Say --yes where you mean it.")
    if not yes:
        which = f"{what} {name}" if name else what
        click.confirm(f"Forget {which}? What is on the server can be read anew.", abort=True, err=True)
    spoken = _words(folder)
    if what == "opportunity":
        count = accounts.forget_opportunity(config.accounts, settings_of(config, asked_of(())), folder, str(name))
    else:
        count = accounts.forget_account(folder, name) if name else accounts.forget_everything(folder)
    state.forget_report(folder)
    said = spoken - _words(folder)
    mails = f"{count:,} {'mail' if count == 1 else 'mails'}"
    yours = f", and {said:,} {'word' if said == 1 else 'words'} of yours" if said else ""
    click.echo(f"Forgotten: {mails}{yours}.", err=True)
    return 0


def _words(folder: Path) -> int:
    """Count what the user said; nothing of a damaged file, which can be forgotten like any other."""
    from inbox_watch.store import words

    try:
        return len(words.read(folder))
    except InboxWatchError:
        return 0


@click.command()
@places
@click.pass_context
def doctor(context: click.Context, /, **given: Any) -> int:
    """Check configuration, credentials, servers, model and state, and say what to do."""
    from inbox_watch import doctor as checks
    from inbox_watch.core.clean import clean

    place = place_of(context, given)
    failed = 0
    for check in checks.run(place["config_file"], place["state_folder"], say_wait):
        click.echo(f"{'ok  ' if check.error is None else 'FAIL'}  {clean(check.what, limit=2000)}")
        if check.error:
            click.echo(f"      {clean(check.error.what, limit=2000)}. {clean(check.error.advice, limit=2000)}")
            failed = failed or check.error.exit_status
    return failed
