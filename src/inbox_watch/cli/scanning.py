"""Commands that read mail and say what is in it: demo, scan, classify, explain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from inbox_watch.cli.options import me, moment, needed_sources, output, places, sources
from inbox_watch.cli.shared import (
    asked_of,
    ended,
    load,
    note_empty,
    place_of,
    repeat,
    scan_and_write,
    settings_of,
    status_of,
    with_state,
)
from inbox_watch.errors import InboxWatchError


@click.command()
@moment
@output
@places
@click.pass_context
def demo(
    context: click.Context, /, form: str, output: Path | None, everything: bool, fail_if_due: bool, **given: Any
) -> int:
    """Scan the mailbox that ships with the program, at that mailbox's own date."""
    return scan_and_write(
        place_of(context, given), asked_of((), demo=True, **given), form, output, everything, fail_if_due
    )


@click.command()
@sources
@me
@moment
@output
@places
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
    return scan_and_write(place_of(context, given), asked_of(sources, **given), form, output, everything, fail_if_due)


@click.command()
@needed_sources
@me
@places
@click.pass_context
def classify(context: click.Context, /, sources: tuple[Path, ...], me: tuple[str, ...], **given: Any) -> int:
    """Write one line of JSON for each mail: what the program reads in it."""
    from inbox_watch import app
    from inbox_watch.report.as_json import broken_json, classify_json

    config, folder = load(place_of(context, given))
    settings = with_state(settings_of(config, asked_of((), me=me)), folder)
    errors, is_empty = [], True
    for line in app.classify([app.file_source(path, whole=True) for path in sources], settings):
        is_empty = False
        if isinstance(line, InboxWatchError):
            errors.append(line)
        elif line.message and line.reading:
            click.echo(classify_json(line.message, line.reading))
        else:
            click.echo(broken_json(line.source, line.error))
    if is_empty:
        note_empty(" ".join(map(str, sources)))
    return ended(errors, len(sources), 0)


@click.command()
@click.argument("opportunity", metavar="ID")
@sources
@me
@moment
@places
@click.pass_context
def explain(context: click.Context, /, opportunity: str, sources: tuple[Path, ...], **given: Any) -> int:
    """Say why: each conclusion on an opportunity with its sentence, its rule and its date arithmetic.

    ID is an opportunity's id, the start of it, or a word of its company, role or contact. Without SOURCE, the last scan
    is repeated.
    """
    from inbox_watch import app
    from inbox_watch.report.explanation import explain as explanation

    config, folder = load(place_of(context, given))
    outcome = repeat(config, folder, sources, **given)
    click.echo(explanation(app.find(outcome.scan, opportunity), outcome.scan.now), nl=False)
    return status_of(outcome, 0)
