"""Write `cli.md` from the program's own help and `config.md` from its schema: `python docs/write.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from inbox_watch import config
from inbox_watch.cli import program
from inbox_watch.core.types import Timing

HERE = Path(__file__).parent
STATUSES = """
## Exit statuses

| status | meaning |
| --- | --- |
| 0 | done |
| 1 | a fault of the program, or its output could not be written |
| 2 | the command line asks for something that can't be done |
| 3 | part of the sources failed; the rest is reported |
| 10 | `--fail-if-due`: an action is due or overdue |
| 75 | temporary: network or server |
| 77 | credentials are missing, refused or locked |
| 78 | the configuration is wrong |
| 130 | interrupted |

Where every source failed, the status is the first failure's own.
"""


def cli() -> str:
    """Return the reference of all commands."""
    return (
        "# Commands\n\nWritten by `docs/write.py` from the program's own help.\n\n" + "\n".join(_commands()) + STATUSES
    )


def _commands() -> Iterator[str]:
    root = click.Context(
        program, info_name="inbox-watch", max_content_width=100, terminal_width=100, help_option_names=["-h", "--help"]
    )
    yield f"```\n{program.get_help(root)}\n```\n"
    yield from _below(program, root)


def _below(group: click.Group, parent: click.Context) -> Iterator[str]:
    """Yield the help of each command of a group, and of the commands below it."""
    for name in sorted(group.commands):
        command = group.commands[name]
        context = click.Context(command, info_name=name, parent=parent, max_content_width=100, terminal_width=100)
        yield f"## {context.command_path}\n\n```\n{command.get_help(context)}\n```\n"
        if isinstance(command, click.Group):
            yield from _below(command, context)


def settings() -> str:
    """Return the reference of all configuration keys."""
    head = (
        "# Configuration\n\nWritten by `docs/write.py` from the schema. A TOML file in the user's configuration "
        "folder, or `--config FILE`,\nor `INBOX_WATCH_CONFIG`. Every key has a default but the ones marked *; an "
        "unknown key is an error.\n\n"
    )
    tables = [("[me]", config.ME), ("[[account]]", config.ACCOUNT), ("[account.oauth]", config.OAUTH)]
    tables += [("[schedule]", config.SCHEDULE)]
    tables += [("[digest]", config.DIGEST), ("[digest.smtp]", config.SMTP)]
    return head + "\n".join([*(_table(name, keys) for name, keys in tables), _timing()])


def _table(name: str, keys: tuple[config.Key, ...]) -> str:
    rows = [f"| `{key.name}`{' *' if key.required else ''} | {key.meaning} |" for key in keys]
    return "\n".join([f"## {name}\n", "| key | meaning |", "| --- | --- |", *rows, ""])


def _timing() -> str:
    default = Timing()
    rows = [f"| `{entry.name}` | {_value(getattr(default, entry.name))} |" for entry in fields(Timing)]
    unit = "Business days; `thank_you` and `debrief` are hours, `appointment_length` minutes."
    return "\n".join(["## [timing]\n", f"{unit}\n", "| key | default |", "| --- | --- |", *rows, ""])


def _value(value: object) -> str:
    return f"`{value}`" if isinstance(value, (int, float)) else f'`"{value:%H:%M}"`'


if __name__ == "__main__":
    (HERE / "cli.md").write_text(cli())
    (HERE / "config.md").write_text(settings())
