"""The search as one page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from inbox_watch.cli.options import me, moment, places, sources
from inbox_watch.cli.shared import asked_again, load, place_of, run_scan, settings_of, status_of


@click.command()
@sources
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write the page, readable by you alone; else into the folder of the program's state.",
)
@me
@moment
@places
@click.pass_context
def report(context: click.Context, /, sources: tuple[Path, ...], output: Path | None, **given: Any) -> int:
    """Write a page to look at: what is due, the board, every opportunity's course, how they answer, the whole search.

    The page is one file that needs no network. Without SOURCE, the configured accounts are scanned; where there are
    none, the last scan is repeated. Prints where the page is.
    """
    from inbox_watch import digest, state, store
    from inbox_watch.report.as_report import report_page
    from inbox_watch.store import digests

    config, folder = load(place_of(context, given))
    asked = asked_again(config, folder, sources, **given)
    outcome = run_scan(config, asked, folder)
    state.remember(folder, asked)
    settings = settings_of(config, asked)
    complete = {}
    if not asked.sources and not asked.demo and store.exists(folder):
        with store.opened(folder) as held:
            complete = digests.last_complete(held.database)
    page = report_page(
        outcome.scan,
        calendar=settings.calendar,
        timing=settings.timing,
        links=digest.links(config, outcome),
        complete=complete,
    )
    path = output or state.report_path(folder)
    state.write_private(path, page.encode())
    click.echo(str(path))
    return status_of(outcome, 0)
