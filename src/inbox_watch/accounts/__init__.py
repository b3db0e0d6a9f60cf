"""One scan of the configured accounts: bring the store up to date, read what is new, conclude from what is held."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from inbox_watch import app, state, store
from inbox_watch.accounts import basis
from inbox_watch.accounts.conclusion import conclude
from inbox_watch.accounts.forgetting import check, forget_account, forget_everything, forget_opportunity
from inbox_watch.accounts.place import alone
from inbox_watch.accounts.waiting import read_waiting
from inbox_watch.app import Outcome, Say, Settings
from inbox_watch.config import Account
from inbox_watch.core.mailbox import Progress
from inbox_watch.core.types import Said
from inbox_watch.errors import InboxWatchError, SourceError
from inbox_watch.store import Ledger, Store, digests, messages, words

__all__ = ["Tell", "check", "forget_account", "forget_everything", "forget_opportunity", "scan"]

Tell = Callable[[Progress], None]

_MOST_ROUNDS = 5  # of fetching what a thread made worth reading, before it waits for the next scan


def scan(
    accounts: Sequence[Account],
    settings: Settings,
    folder: Path,
    tell: Tell,
    *,
    resting: Mapping[str, InboxWatchError] = MappingProxyType({}),
    say: Say = lambda _: None,
) -> Outcome:
    """Scan the accounts and say what is owed at `settings.now`. An account that fails is reported; the others go on.

    While another scan runs, nothing is fetched: what the store holds by now is what is reported. The servers of those
    that are `resting` after a failure are left alone; the failure is reported for them. `say` gets a line for each wait
    that a server asks for, before it begins.
    """
    errors = {account.name: resting[account.name] for account in accounts if account.name in resting}
    settings = replace(settings, mark_key=state.mark_key(folder), words=words.read(folder))
    with store.opened(folder) as held, alone(folder) as is_alone:
        for account in [one for one in accounts if one.name not in resting] if is_alone else ():
            try:
                _bring(held, account, settings, tell, say)
            except InboxWatchError as error:
                errors[account.name] = error
        if is_alone and messages.is_any_waiting(held.database):  # the network broke off: what came by then is read
            read_waiting(held, settings)
        outcome = conclude(held, accounts, settings, errors, may_write=is_alone)
        if is_alone:
            messages.seen(held.database)
            whole = [account.name for account in accounts if account.name not in errors]
            digests.note_complete(held.database, whole, settings.now)
        return outcome


# --- bring the store up to date -------------------------------------------------------------------------------------


def _bring(held: Store, account: Account, settings: Settings, tell: Tell, say: Say) -> None:
    from inbox_watch import credentials
    from inbox_watch.sources.imap.connection import connected
    from inbox_watch.sources.imap.sync import sync

    host = app.host(account)
    ledger = held.ledger(account.name, f"{account.user} at {host}:{account.port}")
    fault: SourceError | None = None
    secret = credentials.secret(account)
    with connected(account, host, secret, lambda: credentials.renew(account), say) as client:
        try:
            for batch in sync(client, account, ledger, tell):
                ledger.commit(batch)
        except SourceError as error:
            fault = error  # of one mailbox: what the others gave is read
        if not ledger.is_settled(basis.model_version()):
            read_waiting(held, settings)
            _follow_threads(client, held, ledger, settings, ledger.stale(basis.model_version()) or ledger.wanted())
            ledger.settle(basis.model_version())
        for word in settings.words:
            if word.kind is Said.RECRUITING and (named := ledger.named(word.value, f"word {word.number}")):
                _follow_threads(client, held, ledger, settings, named)
                ledger.give_up(named, reason=f"word {word.number}")
    if fault:
        raise fault


def _follow_threads(
    client: object, held: Store, ledger: Ledger, settings: Settings, wanted: list[tuple[str, int]]
) -> None:
    """Fetch these texts (by mailbox and UID), and those that a thread makes worth reading, until no more come up."""
    from inbox_watch.sources.imap.sync import read_wanted

    for _ in range(_MOST_ROUNDS):
        if not wanted:
            return
        for mailbox, located in read_wanted(client, wanted):  # type: ignore[arg-type]  # sources load on demand
            ledger.give_text(mailbox, located)
        ledger.give_up(wanted)
        read_waiting(held, settings)
        wanted = ledger.wanted()
