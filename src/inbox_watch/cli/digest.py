"""The digest: shown, or sent to the candidate."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import click

from inbox_watch.cli.options import me, moment, places, sources
from inbox_watch.cli.shared import asked_again, asked_of, complain, load, place_of, run_scan, settings_of, status_of
from inbox_watch.errors import UsageError


@click.command()
@sources
@click.option("--send", is_flag=True, help="Send it to digest.to, instead of showing it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "eml"]),
    default="text",
    show_default=True,
    help="What to show: the text, the page, or the whole mail.",
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file, readable by you alone."
)
@me
@moment
@places
@click.pass_context
def digest(
    context: click.Context,
    /,
    sources: tuple[Path, ...],
    send: bool,
    form: str,
    output: Path | None,
    **given: Any,
) -> int:
    """Show the digest: what changed since the last one that was sent; what is still open in a line each.

    Without SOURCE, the configured accounts are scanned; where there are none, the last scan is repeated, but never
    sent. With --send it goes to your own address, digest.to; the daemon does that every evening.
    """
    from inbox_watch import digest as digests
    from inbox_watch import state

    if send and output:
        raise UsageError("digest: --send and --output don't go together", advice="Choose one of them.")
    config, folder = load(place_of(context, given))
    if send:
        digests.require(config)
    asked = asked_of(sources, **given) if send else asked_again(config, folder, sources, **given)
    outcome = run_scan(config, asked, folder)
    settings = replace(settings_of(config, asked), now=outcome.scan.now)
    state.remember(folder, asked)
    status = status_of(outcome, 0)
    if send:
        return _say(digests.send_now(config, settings, folder, outcome)) or status
    page = digests.build(config, settings, folder, outcome)
    if form == "eml":
        _write(digests.as_bytes(config, settings, folder, page, outcome), output)
    elif form == "html" or output:
        _write((page.html if form == "html" else page.text).encode(), output)
    else:
        click.echo(page.text, nl=False)
    return status


def _say(result: Any) -> int:
    """Say what became of the digest; return the exit status where it could not be sent."""
    from inbox_watch import digest as digests

    if isinstance(result, digests.Queued):
        complain(result.error)
        click.echo("  The digest waits; the daemon, or the next digest --send, sends it.", err=True)
        return result.error.exit_status
    if isinstance(result, digests.Sent):
        click.echo(f"Sent to {result.recipient}.", err=True)
    return 0


def _write(data: bytes, output: Path | None) -> None:
    from inbox_watch import state

    if output:
        state.write_private(output, data)
    else:
        stream: IO[bytes] = sys.stdout.buffer
        stream.write(data)
