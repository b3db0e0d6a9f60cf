"""Commands on accounts: add, list, check, login, remove."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inbox_watch.cli.joining import (
    Wishes,
    account_of,
    ask,
    ask_password,
    ask_secret,
    browser,
    explain,
    is_terminal,
    say,
)
from inbox_watch.cli.options import places, together
from inbox_watch.cli.shared import complain, ended, load, place_of, say_wait
from inbox_watch.errors import CredentialError, InboxWatchError, UsageError

if TYPE_CHECKING:
    from inbox_watch.config import Account, Config
    from inbox_watch.sources.providers import Provider

_file = click.Path(path_type=Path, exists=True, dir_okay=False)
_server = together(
    click.option("--name", help="What you call this account."),
    click.option("--host", help="The IMAP server; known for the big providers."),
    click.option("--port", type=click.IntRange(1, 65535), help="The server's port."),
    click.option("--tls", type=click.Choice(["implicit", "starttls"]), help="TLS from the start, or by STARTTLS."),
    click.option("--ca-file", type=_file, help="A private CA's certificate, for a server of your own."),
    click.option("--user", help="The login name, where it isn't the address."),
    click.option("--auth", type=click.Choice(["password", "oauth2"]), help="How to log in."),
    click.option(
        "--password-command", metavar="COMMAND", help="A command that prints the password; run without shell."
    ),
)
_oauth = together(
    click.option("--provider", type=click.Choice(["google", "microsoft", "other"]), help="For oauth2: whose login."),
    click.option("--client-id", help="For oauth2: the number of the app that you registered there."),
    click.option("--authorize-url", metavar="URL", help="For oauth2 elsewhere: the page where you log in."),
    click.option("--token-url", metavar="URL", help="For oauth2 elsewhere: the address that gives tokens."),
    click.option("--device-url", metavar="URL", help="For oauth2 elsewhere: the address that gives device codes."),
    click.option("--scope", help="For oauth2 elsewhere: what to ask for."),
    click.option("--oauth-ca-file", type=_file, help="A private CA's certificate, for a login server of your own."),
)
_flow = together(
    click.option("--device", is_flag=True, help="For oauth2: log in on another device, by a code."),
    click.option("--client-secret", is_flag=True, help="For oauth2: ask for your app's secret; it isn't shown."),
)
_yes = click.option("--yes", is_flag=True, help="Don't ask.")


@click.group()
def account() -> None:
    """Add, list, check and remove mail accounts. Passwords go into the system's keyring, never into a file."""


@account.command()
@click.argument("address", required=False)
@_server
@_oauth
@_flow
@click.option("--no-login", is_flag=True, help="Don't try the login.")
@_yes
@places
@click.pass_context
def add(
    context: click.Context,
    /,
    address: str | None,
    device: bool,
    client_secret: bool,
    no_login: bool,
    yes: bool,
    **given: Any,
) -> int:
    """Add an account: try the login, keep the password in the system's keyring, and write the configuration.

    What isn't given is asked for. The password is never an option: it is asked for and not shown, or read as one line
    from standard input. Where the login fails, nothing is written.
    """
    from inbox_watch.config import editing

    path = _path(place_of(context, given))
    config = editing.load(path)
    wanted = (address or ask("Your mail address", "ADDRESS")).strip()
    if "@" not in wanted.strip("@"):
        raise UsageError(f"{wanted!r} is no mail address", advice="Write it like sam@example.com.")
    made, provider = account_of(wanted, Wishes(**given), config)
    editing.refuse_twice(config.accounts, made)
    explain(made, provider)
    if made.auth == "oauth2" and not made.password_command:
        _join_by_oauth(path, made, device=device, has_secret=client_secret, tries=not no_login, yes=yes)
    else:
        _join_by_password(path, made, tries=not no_login, yes=yes)
    _say_what_is_next(path, config, made, provider, wanted)
    return 0


def _join_by_password(path: Path, made: Account, *, tries: bool, yes: bool) -> None:
    from inbox_watch import credentials

    secret = "" if made.password_command else ask_password(made)
    if tries:
        _show_readable(made, secret or credentials.secret(made))
    _confirm(made, yes=yes)
    if not made.password_command:
        credentials.keep_password(made, secret)
    _write(path, made)
    click.echo(
        f'Added account "{made.name}" to {path}.'
        + ("" if made.password_command else " Its password is in the system's keyring.")
    )


def _join_by_oauth(path: Path, made: Account, *, device: bool, has_secret: bool, tries: bool, yes: bool) -> None:
    from inbox_watch import credentials

    app_secret = _app_secret(made, has_secret)
    tokens = credentials.log_in(made, browser(), by_device=device, app_secret=app_secret)
    if tries:
        try:
            _show_readable(made, tokens.access)
        except CredentialError as error:
            error.advice = f"Nothing was kept. Add it again, log in as {made.user}, and allow access to mail by IMAP."
            raise
    _confirm(made, yes=yes)
    credentials.keep_login(made, tokens, app_secret)
    _write(path, made)
    click.echo(f'Added account "{made.name}" to {path}. What renews its login is in the system\'s keyring.')


def _app_secret(made: Account, is_wanted: bool) -> str:
    """Ask for the secret of the user's own app: Google gives one, others mostly none."""
    is_likely = is_terminal() and made.oauth is not None and made.oauth.provider == "google"
    if not is_wanted and not is_likely:
        return ""
    return ask_secret("Client secret of your app", may_be_empty=not is_wanted)


def _show_readable(made: Account, secret: str) -> None:
    """Log in and show what can be read. Raises the error that a scan would meet."""
    from inbox_watch import app

    found = app.readable(made, secret, say=say_wait)
    click.echo(f"Logged in to {app.host(made)} as {made.user}. It can read:")
    width = max((len(name) for name, _ in found), default=0)
    for name, count in found:
        click.echo(f"  {name:<{width}}  {count:>9} {'mail' if count == '1' else 'mails'}")
    click.echo("Mail is only ever read: the program marks, moves and deletes nothing.")


def _confirm(made: Account, *, yes: bool) -> None:
    if not yes and is_terminal():
        click.confirm(f'Add it as account "{made.name}"?', default=True, abort=True, err=True)


def _write(path: Path, made: Account) -> None:
    """Write the account's table; where that fails, nothing of it stays in the keyring either."""
    from inbox_watch import credentials
    from inbox_watch.config import editing

    try:
        editing.add_account(path, made)
    except InboxWatchError:
        if not made.password_command:
            credentials.forget(made)
        raise


def _say_what_is_next(path: Path, config: Config, made: Account, provider: Provider | None, address: str) -> None:
    say("\nNext: inbox-watch scan")
    if config.me.addresses and address.lower() not in config.me.addresses:
        say(f"[me] addresses in {path} lacks {address}: add it, so that your mails from there count as yours.")
    if config.digest.to or provider is None or made.auth != "password":
        return
    port = "" if provider.smtp_port == 465 else f", port = {provider.smtp_port}"
    tls = "" if provider.smtp_tls == "implicit" else f', tls = "{provider.smtp_tls}"'
    say(
        f"For the nightly digest by mail, add this to {path}; the same password serves:\n\n"
        f'[digest]\nto = "{address}"\nfrom = "{address}"\n'
        f'smtp = {{ host = "{provider.smtp}"{port}, user = "{made.user}"{tls} }}'
    )


@account.command("list")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@places
@click.pass_context
def list_(context: click.Context, /, form: str, **given: Any) -> int:
    """List the accounts: name, user, server, how they log in and where the secret comes from. Never the secret."""
    from inbox_watch import credentials
    from inbox_watch.sources.providers import host_of

    config, _ = load(place_of(context, given))
    rows = [
        {
            "name": one.name,
            "user": one.user,
            "host": one.host or host_of(one.user),
            "port": one.port,
            "tls": one.tls,
            "auth": one.auth,
            "secret_from": credentials.origin(one),
        }
        for one in config.accounts
    ]
    if form == "json":
        click.echo(json.dumps({"schema": "inbox-watch.accounts/1", "accounts": rows}, indent=2, ensure_ascii=False))
    elif rows:
        _show_table(
            [(r["name"], r["user"], f"{r['host'] or '?'}:{r['port']}", r["auth"], r["secret_from"]) for r in rows]
        )
    else:
        say("No account yet. Add one: inbox-watch account add")
    return 0


def _show_table(rows: list[tuple[Any, ...]]) -> None:
    from inbox_watch.core.clean import clean

    head = ("NAME", "USER", "SERVER", "LOGIN", "SECRET FROM")
    lines = [head, *(tuple(clean(str(value), limit=200) for value in row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        click.echo("  ".join(f"{value:<{width}}" for value, width in zip(line, widths, strict=True)).rstrip())


@account.command()
@click.argument("name", required=False)
@places
@click.pass_context
def check(context: click.Context, /, name: str | None, **given: Any) -> int:
    """Log in to an account, or to all of them, and say what can be read."""
    from inbox_watch import app

    config, folder = load(place_of(context, given))
    chosen = [_named(config, name)] if name else list(config.accounts)
    if not chosen:
        raise UsageError("no account is configured", advice="Add one: inbox-watch account add")
    errors = []
    for one in chosen:
        try:
            click.echo(f"ok    {one.name}: {app.account_state(one, may_ask=is_terminal(), say=say_wait)}")
            _end_rest(folder, one.name)
        except InboxWatchError as error:
            click.echo(f"FAIL  {one.name}")
            errors.append(error)
    return ended(errors, len(chosen), 0)


def _end_rest(folder: Path, name: str) -> None:
    """Let the night shift try an account again that it leaves alone after a failure."""
    from inbox_watch import store
    from inbox_watch.store import chores

    if store.exists(folder):
        with store.opened(folder) as held:
            chores.note_rest(held.database, chores.name_of(name), None)


@account.command()
@click.argument("name")
@_flow
@click.option("--no-login", is_flag=True, help="Don't try the login at the mail server.")
@places
@click.pass_context
def login(context: click.Context, /, name: str, device: bool, client_secret: bool, no_login: bool, **given: Any) -> int:
    """Log in anew: with OAuth 2.0 at the provider's page, else with a new password. The old one stays if that fails."""
    from inbox_watch import credentials

    config, _ = load(place_of(context, given))
    one = _named(config, name)
    if one.password_command:
        raise UsageError(
            f"{name}: its password comes from password_command", advice="Change it where that command gets it from."
        )
    if credentials.uses_tokens(one):
        app_secret = _app_secret(one, client_secret) or credentials.app_secret(one)
        tokens = credentials.log_in(one, browser(), by_device=device, app_secret=app_secret)
        if not no_login:
            _show_readable(one, tokens.access)
        credentials.keep_login(one, tokens, app_secret)
    else:
        password = ask_password(one)
        if not no_login:
            _show_readable(one, password)
        credentials.keep_password(one, password)
    click.echo(f'Account "{name}" is logged in anew.')
    return 0


@account.command()
@click.argument("name")
@_yes
@places
@click.pass_context
def remove(context: click.Context, /, name: str, yes: bool, **given: Any) -> int:
    """Remove an account: from the configuration, its secrets from the keyring, and what the program knows of its mail.

    The mailbox stays as it is.
    """
    from inbox_watch.config import editing

    place = place_of(context, given)
    config, folder = load(place)
    one = _named(config, name)
    if not yes and not is_terminal():
        raise UsageError("account remove: nobody is there to ask", advice="Say --yes where you mean it.")
    if not yes:
        click.confirm(f'Remove account "{name}" ({one.user})?', abort=True, err=True)
    editing.remove_account(_path(place), name)
    others = [account for account in config.accounts if account.name != name]
    errors = list(filter(None, [_forget_secrets(one, others), _forget_mail(folder, name)]))
    for error in errors:
        complain(error)
    click.echo(f'Removed account "{name}".')
    smtp = config.digest.smtp
    if smtp.user == one.user and not smtp.password_command:
        say(f"The digest logs in as {smtp.user} too: see to it that digest.smtp still finds a password.")
    return errors[0].exit_status if errors else 0


def _forget_secrets(one: Account, others: list[Account]) -> InboxWatchError | None:
    from inbox_watch import credentials

    if any(account.user == one.user for account in others):
        return None  # the other one's secret is the same
    try:
        credentials.forget(one)
    except InboxWatchError as error:
        error.advice = f"Delete there by hand what bears the name {credentials.SERVICE} and {one.user}."
        return error
    return None


def _forget_mail(folder: Path, name: str) -> InboxWatchError | None:
    from inbox_watch import accounts, state
    from inbox_watch.config import typed

    state.forget_report(folder)  # it quotes mail
    try:
        count = accounts.forget_account(folder, name)
        say(f"Forgotten: {count:,} {'mail' if count == 1 else 'mails'}.")
    except UsageError:
        return None  # nothing was known of it
    except InboxWatchError as error:
        error.advice = f"Later: inbox-watch forget account {typed(name)}"
        return error
    return None


def _named(config: Config, name: str) -> Account:
    for one in config.accounts:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in config.accounts) or "none"
    raise UsageError(f'no account is named "{name}"', advice=f"Known accounts: {known}.")


def _path(place: dict[str, Path | None]) -> Path:
    from inbox_watch import config

    return place["config_file"] or config.default_path()
