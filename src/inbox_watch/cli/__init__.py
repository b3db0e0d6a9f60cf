"""Words in, words out. The only room that reads the clock, prints and chooses the exit status."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from inbox_watch import __version__
from inbox_watch.cli import account, digest, draft, night, report, review, scanning, service, upkeep, word
from inbox_watch.cli.options import places
from inbox_watch.cli.shared import complain
from inbox_watch.errors import InboxWatchError

INTERRUPTED = 130
FAULT = 1


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
        if sys.stdout is not None:  # a program without a window has none on Windows
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
        complain(error)
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


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="inbox-watch")
@places
@click.pass_context
def program(context: click.Context, config_file: Path | None, state_folder: Path | None) -> None:
    """Find the threads with recruiters in your mailbox; say what you owe and whom to ask for an update.

    Everything runs on this machine, and the mailbox is only ever read.
    """
    context.obj = {"config_file": config_file, "state_folder": state_folder}


for command in (
    scanning.demo,
    scanning.scan,
    scanning.classify,
    scanning.explain,
    word.done,
    word.snooze,
    word.mute,
    word.correct,
    review.review,
    draft.draft,
    digest.digest,
    report.report,
    account.account,
    night.daemon,
    night.tick,
    service.service,
    upkeep.doctor,
    upkeep.forget,
):
    program.add_command(command)
