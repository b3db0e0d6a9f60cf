"""The daemon as a service of the system: service install, status, uninstall."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inbox_watch.cli.options import places
from inbox_watch.cli.shared import load, place_of
from inbox_watch.errors import UsageError

if TYPE_CHECKING:
    from inbox_watch.service import Kind, Plan, Removal

_kind = click.option(
    "--kind",
    type=click.Choice(["systemd", "launchd", "task-scheduler"]),
    help="Whose service; this system's by default.",
)
_yes = click.option("--yes", is_flag=True, help="Don't ask.")
_dry = click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")


@click.group()
def service() -> None:
    """Hand the daemon to systemd, launchd or Task Scheduler, so that it starts by itself."""


@service.command()
@_kind
@click.option("--timer", is_flag=True, help="No resident daemon: a timer that runs inbox-watch tick.")
@_dry
@_yes
@places
@click.pass_context
def install(context: click.Context, /, kind: str | None, timer: bool, dry_run: bool, yes: bool, **given: Any) -> int:
    """Show the files and commands, ask, then write and start the service."""
    from inbox_watch import config as configuration
    from inbox_watch import service as services

    place = place_of(context, given)
    config, folder = load(place)
    setup = services.Setup(
        program=services.own_program(),
        config=(place["config_file"] or configuration.default_path()).absolute(),
        state=folder.absolute(),
        is_timer=timer,
        scan_every=config.schedule.scan_every,
        digest_at=config.schedule.digest_at,
        has_sandbox=services.can_sandbox(),
    )
    chosen = services.Kind(kind) if kind else services.own_kind()
    plan = services.plan(chosen, setup, Path.home())
    former = services.removal(chosen, Path.home(), setup.state)
    _show_plan(plan, former)
    if not config.accounts:
        click.echo("No account is configured yet, and without one it ends at once: inbox-watch account add", err=True)
    if not (config.digest.to and config.digest.smtp.host):
        click.echo("No digest is configured yet: it only scans. docs/night-shift.md shows the few lines.", err=True)
    if dry_run:
        return 0
    _ask("Write and start this?", yes)
    services.install(plan, former)
    click.echo("Installed. inbox-watch service status tells how it does.", err=True)
    return 0


@service.command()
@_kind
@places
@click.pass_context
def status(context: click.Context, /, kind: str | None, **given: Any) -> int:
    """Say whether the service is installed, and what the system says of it."""
    from inbox_watch import service as services

    chosen, found = _found(context, kind, given)
    if not found.files:
        click.echo("Not installed. inbox-watch service install does it.")
        return 0
    for path in found.files:
        click.echo(f"installed: {path}")
    said = services.run(services.question(chosen, found.files), may_fail=True).strip()
    click.echo(said or f"{chosen} says nothing of it: look whether it runs for this user.")
    return 0


@service.command()
@_kind
@_dry
@_yes
@places
@click.pass_context
def uninstall(context: click.Context, /, kind: str | None, dry_run: bool, yes: bool, **given: Any) -> int:
    """Stop the service and delete what install has written. Your mail, your state and your settings stay."""
    from inbox_watch import service as services

    _, found = _found(context, kind, given)
    if not found.files:
        click.echo("Nothing to undo: no service of ours is installed.")
        return 0
    _show_removal(found)
    if dry_run:
        return 0
    _ask("Undo this?", yes)
    services.uninstall(found)
    click.echo("Uninstalled.", err=True)
    return 0


def _found(context: click.Context, kind: str | None, given: dict[str, Any]) -> tuple[Kind, Removal]:
    from inbox_watch import service as services
    from inbox_watch import state

    folder = state.folder(place_of(context, given)["state_folder"])
    chosen = services.Kind(kind) if kind else services.own_kind()
    return chosen, services.removal(chosen, Path.home(), folder.absolute())


def _show_plan(plan: Plan, former: Removal) -> None:
    for file in plan.files:
        encoding = "utf-16" if file.data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
        click.echo(f"--- {file.path}\n{file.data.decode(encoding).rstrip()}\n")
    _show_removal(former)
    _show(plan.commands)
    for note in plan.notes:
        click.echo(note)


def _show_removal(made: Removal) -> None:
    _show(made.before)
    for path in made.files:
        click.echo(f"deletes: {path}")
    _show(made.after)


def _show(commands: tuple[tuple[str, ...], ...]) -> None:
    import shlex

    for command in commands:
        click.echo(f"runs: {shlex.join(command)}")


def _ask(question: str, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("nobody is there to ask", advice="Say --yes where you mean it; --dry-run shows it first.")
    click.confirm(question, abort=True, err=True)
