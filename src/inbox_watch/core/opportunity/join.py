"""Which threads are one opportunity: joined on evidence, strongest first; what is ambiguous stays apart.

Every kind of evidence has an index, so that the cost follows the number of threads. The result depends on the threads
alone, not on their order: evidence is taken in a fixed order, and threads by their first message.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from inbox_watch.core.opportunity.evidence import Clues
from inbox_watch.core.opportunity.naming import is_same_role
from inbox_watch.core.spelling import begins_alike
from inbox_watch.core.types import Join

# A recruiter who writes again after so long writes about something new; a second application for one role likewise.
LONGEST_PAUSE = timedelta(days=90)
LONGEST_PAUSE_FOR_ROLE = timedelta(days=180)
# Beyond this many roles with one recruiter or company, a thread without a role can't be placed.
MOST_ROLES = 50
# Numbers of four digits are a job's at many a firm.
LONGEST_BY_CHANCE = 5
_EARLY = datetime(1, 1, 2, tzinfo=UTC)

Key = tuple[str, ...]


@dataclass(slots=True)
class _Cluster:
    """Threads that are one opportunity so far, and what is known of it: the earliest thread's word counts."""

    head: int
    members: list[int]
    first: datetime
    last: datetime
    company: str
    role: frozenset[str]
    requisitions: frozenset[str]
    agencies: frozenset[str]
    labels: frozenset[str]


class _Forest:
    """The clusters, each under its earliest thread, and the joins that made them."""

    def __init__(self, clues: Sequence[Clues]) -> None:
        self.clues = clues
        self.root = list(range(len(clues)))
        self.clusters = {place: _single(place, one) for place, one in enumerate(clues)}
        self.joins: dict[int, list[Join]] = defaultdict(list)

    def merge(self, one: int, other: int, reason: str) -> int:
        """Make two clusters (given by their roots) one, and keep the reason."""
        if one == other:
            return one
        keep, gone = sorted((one, other), key=lambda root: (-len(self.clusters[root].members), root))
        lost = self.clusters.pop(gone)
        earlier, later = sorted((self.clusters[keep], lost), key=lambda cluster: cluster.head)
        threads = (self.clues[earlier.head].thread.id, self.clues[later.head].thread.id)
        self.joins[keep] += [*self.joins.pop(gone, []), Join(thread_ids=threads, reason=reason)]
        for member in lost.members:
            self.root[member] = keep
        self.clusters[keep] = _union(earlier, later)
        return keep

    def roots(self, members: Iterable[int]) -> list[int]:
        """Return the clusters of these threads, the earliest first, each once."""
        found = {self.root[member] for member in members}
        return sorted(found, key=lambda root: (self.clusters[root].first, self.clusters[root].head))


def _single(place: int, clues: Clues) -> _Cluster:
    return _Cluster(
        head=place,
        members=[place],
        first=clues.first or _EARLY,
        last=clues.last or _EARLY,
        company=clues.company,
        role=clues.role,
        requisitions=clues.requisitions,
        agencies=clues.agencies,
        labels=clues.labels,
    )


def _union(earlier: _Cluster, later: _Cluster) -> _Cluster:
    # The longer list grows: joining n threads one by one must not cost n² moves.
    long, short = sorted((earlier.members, later.members), key=len, reverse=True)
    long.extend(short)
    return _Cluster(
        head=earlier.head,
        members=long,
        first=min(earlier.first, later.first),
        last=max(earlier.last, later.last),
        company=earlier.company or later.company,
        role=earlier.role or later.role,
        requisitions=earlier.requisitions | later.requisitions,
        agencies=earlier.agencies | later.agencies,
        labels=earlier.labels | later.labels,
    )


def join(clues: Sequence[Clues]) -> list[tuple[list[int], tuple[Join, ...]]]:
    """Return the groups of threads that are one opportunity (places in `clues`, sorted by time), with the reasons."""
    forest = _Forest(clues)
    _join_strong(forest, lambda one: one.invitations, "the same invitation ({})")
    _join_strong(forest, lambda one: one.requisitions, "the same job number ({})", unless=_other_company)
    _join_strong(forest, _long_numbers, "the same number ({})", unless=_other_job)
    _join_strong(forest, lambda one: one.hours, "a meeting with the same person at the same hour", unless=_conflict)
    _join_strong(forest, lambda one: one.slots, "the same role at the same hour", unless=_conflict)
    _join_strong(forest, lambda one: one.links, "a link to the same meeting ({})", unless=_conflict)
    _join_strong(forest, lambda one: one.tests, "the platform of its test writes", unless=_conflict)
    _join_strong(forest, lambda one: one.turns, "they went on about another role", unless=_other_company)
    _join_strong(forest, lambda one: one.bookings, "the platform of its booking link writes", unless=_conflict)
    _join_weak(forest, _company_and_role, "the same company and role ({})", LONGEST_PAUSE_FOR_ROLE)
    _join_weak(forest, lambda one: one.people, "the same person writes ({})", LONGEST_PAUSE)
    _join_weak(forest, _own_organisations, "the same organisation writes ({})", LONGEST_PAUSE)
    _join_weak(forest, lambda one: one.companies, "the same company ({})", LONGEST_PAUSE)
    groups = sorted(forest.clusters.items(), key=lambda item: item[1].head)
    return [(sorted(cluster.members), tuple(forest.joins.get(root, ()))) for root, cluster in groups]


def _company_and_role(clues: Clues) -> frozenset[str]:
    if not clues.role:
        return frozenset()
    return frozenset(f"{company}: {' '.join(sorted(clues.role))}" for company in clues.companies | clues.shorter)


def _long_numbers(clues: Clues) -> frozenset[str]:
    """Return what is too long to be the number of two jobs at two firms by chance; most receipts say what it is."""
    return clues.numbers | {one for one in clues.requisitions if len(one) >= LONGEST_BY_CHANCE}


def _own_organisations(clues: Clues) -> frozenset[str]:
    """Two recruiters of one agency work on different roles as a rule, so an agency's domain ties nothing."""
    return clues.organisations - clues.agencies


def _index(forest: _Forest, keys: Callable[[Clues], frozenset[str]]) -> list[tuple[str, list[int]]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, clues in enumerate(forest.clues):
        for key in keys(clues):
            found[key].append(place)
    return sorted((key, members) for key, members in found.items() if len(members) > 1)


def _join_strong(
    forest: _Forest,
    keys: Callable[[Clues], frozenset[str]],
    reason: str,
    unless: Callable[[_Cluster, _Cluster], bool] | None = None,
) -> None:
    """Join the threads that share a key with the earliest of them, unless something speaks against it."""
    for key, members in _index(forest, keys):
        roots = forest.roots(members)
        base = roots[0]
        for root in roots[1:]:
            if unless is None or not unless(forest.clusters[base], forest.clusters[root]):
                base = forest.merge(base, root, reason.format(key))


def _join_weak(forest: _Forest, keys: Callable[[Clues], frozenset[str]], reason: str, longest_pause: timedelta) -> None:
    """Join threads that share a key where the roles allow it: equal roles, and what names none where there is one."""
    for key, members in _index(forest, keys):
        words = reason.format(key)
        _join_equal_roles(forest, members, words, longest_pause)
        known = [root for root in forest.roots(members) if forest.clusters[root].role]
        if len(known) > MOST_ROLES:
            continue
        _join_like_roles(forest, known, words, longest_pause)
        _join_unnamed(forest, members, words, longest_pause)


def _join_equal_roles(forest: _Forest, members: Sequence[int], reason: str, longest_pause: timedelta) -> None:
    """Join what names one role. Where that has several job numbers, what has none may mean either: it stays apart."""
    roots = forest.roots(members)
    ambiguous = _with_several_numbers(forest, roots)
    by_role: dict[tuple[frozenset[str], frozenset[str]], int] = {}
    for root in roots:
        role, numbers = forest.clusters[root].role, forest.clusters[root].requisitions
        if role in ambiguous and not numbers:
            continue
        kind = (role, numbers if role in ambiguous else frozenset())
        former = by_role.get(kind)
        if role and former is not None and _fits(forest, former, root, longest_pause):
            root = forest.merge(former, root, reason)
        by_role[kind] = root


def _with_several_numbers(forest: _Forest, roots: Sequence[int]) -> set[frozenset[str]]:
    """Return the roles of which two clusters name job numbers that have nothing in common."""
    first: dict[frozenset[str], frozenset[str]] = {}
    found: set[frozenset[str]] = set()
    for root in roots:
        role, numbers = forest.clusters[root].role, forest.clusters[root].requisitions
        if numbers and not first.setdefault(role, numbers) & numbers:
            found.add(role)
    return found


def _join_like_roles(forest: _Forest, known: Sequence[int], reason: str, longest_pause: timedelta) -> None:
    """Join "Data Engineer" and "Data Engineer, Payments" where each has no other partner."""
    partners = {
        root: [other for other in known if other != root and _is_alike(forest, root, other, longest_pause)]
        for root in known
    }
    for root in known:
        if len(partners[root]) == 1 and partners[partners[root][0]] == [root] and root < partners[root][0]:
            forest.merge(root, partners[root][0], reason)


def _is_alike(forest: _Forest, one: int, other: int, longest_pause: timedelta) -> bool:
    roles = forest.clusters[one].role, forest.clusters[other].role
    return is_same_role(*roles) and _fits(forest, one, other, longest_pause)


def _join_unnamed(forest: _Forest, members: Sequence[int], reason: str, longest_pause: timedelta) -> None:
    """Join threads without a role to the only opportunity that they can mean; with several, they stay apart."""
    roots = forest.roots(members)
    known = [root for root in roots if forest.clusters[root].role]
    # Sorted out before any merge: the larger cluster's root stays, so a known root may be gone by its turn.
    unnamed = [root for root in roots if not forest.clusters[root].role]
    former: int | None = None
    for root in unnamed:
        if not known:
            joined = former is not None and _may_follow(forest, former, root, longest_pause)
            former = forest.merge(former, root, reason) if joined and former is not None else root
            continue
        fitting = [one for one in known if _near(forest, one, root, longest_pause)]
        if len(fitting) == 1 and _may_follow(forest, fitting[0], root, longest_pause):
            merged = forest.merge(fitting[0], root, reason)
            known = [merged if one == fitting[0] else one for one in known]


def _may_follow(forest: _Forest, former: int, root: int, longest_pause: timedelta) -> bool:
    """A new approach is a new opportunity, unless it goes under the old subject."""
    if not _fits(forest, former, root, longest_pause):
        return False
    earlier, later = sorted((former, root), key=lambda one: forest.clusters[one].head)
    first = forest.clues[forest.clusters[later].head]
    subject = forest.clues[forest.clusters[earlier].head].subject
    return not first.is_approach or first.subject == subject


def _fits(forest: _Forest, one: int, other: int, longest_pause: timedelta) -> bool:
    return _near(forest, one, other, longest_pause) and not _conflict(forest.clusters[one], forest.clusters[other])


def _near(forest: _Forest, one: int, other: int, longest_pause: timedelta) -> bool:
    earlier, later = sorted((forest.clusters[one], forest.clusters[other]), key=lambda cluster: cluster.first)
    return later.first - earlier.last <= longest_pause


def _conflict(one: _Cluster, other: _Cluster) -> bool:
    """Say whether two clusters name different companies, roles, job numbers or agencies."""
    if one.role and other.role and not is_same_role(one.role, other.role):
        return True
    if one.requisitions and other.requisitions and not one.requisitions & other.requisitions:
        return True
    if one.agencies and other.agencies and not one.agencies & other.agencies:
        return True
    return _other_company(one, other)


def _other_job(one: _Cluster, other: _Cluster) -> bool:
    """Say whether two clusters with one long number are two jobs: other roles; the firm's name where none is known.

    A portal's receipt may bear the portal's name, and the department's mail its own. Two agencies are two approaches.
    """
    if one.agencies and other.agencies and not one.agencies & other.agencies:
        return True
    if one.role and other.role:
        return not is_same_role(one.role, other.role)
    return _other_company(one, other)


def _other_company(one: _Cluster, other: _Cluster) -> bool:
    """Say whether two clusters name different companies.

    A name that is only that of the domain from which both write speaks against nothing. Names that begin alike are one
    firm's, unless each has a domain of its own ("Maple Bikes" and "Maple Bikes North"); an agency writes for others.
    """
    if not one.company or not other.company or one.company == other.company:
        return False
    shared = one.labels & other.labels
    if any(begins_alike(label, company) for label in shared for company in (one.company, other.company)):
        return False
    if not begins_alike(one.company, other.company):
        return True
    return bool(one.labels and other.labels) and not (shared or one.agencies or other.agencies)
