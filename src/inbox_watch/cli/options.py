"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

IS_DUE = 10
FORMATS = click.Choice(["table", "json", "html", "ics"])


def together(*made: Callable[..., Any]) -> Callable[..., Any]:
    """Return a decorator that adds these options, in this order."""

    def apply(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(made):
            function = option(function)
        return function

    return apply


PATH = click.Path(path_type=Path, readable=False)  # what can't be read says so where it is read, with its own status
places = together(
    click.option("--config", "config_file", type=PATH, help="The configuration file."),
    click.option("--state", "state_folder", type=PATH, help="The folder for the program's state."),
)
me = click.option("--me", multiple=True, metavar="ADDRESS", help="Your own address; may be given several times.")
moment = together(
    click.option("--now", metavar="ISO-8601", help="Pretend that it is this moment."),
    click.option("--tz", metavar="ZONE", help="Your time zone, such as Europe/Berlin."),
    click.option("--country", metavar="CODE", help="Whose public holidays count, such as DE."),
    click.option("--since", metavar="DATE", help="Leave out mail of before this day."),
)
output = together(
    click.option("--format", "form", type=FORMATS, default="table", show_default=True, help="What to write."),
    click.option(
        "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file, readable by you alone."
    ),
    click.option("--all", "everything", is_flag=True, help="Show opportunities with nothing to do as well."),
    click.option("--fail-if-due", is_flag=True, help=f"End with status {IS_DUE} where an action is due or overdue."),
)
sources = click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=PATH)
needed_sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=PATH)
