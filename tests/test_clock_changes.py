"""Clock changes, sleep and travel: exactly one digest a local date."""

from __future__ import annotations

import threading
import time as clock
import zoneinfo
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import apscheduler.executors.base
import apscheduler.schedulers.base
import apscheduler.triggers.date
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch import daemon
from inbox_watch.config import Account, Config
from inbox_watch.core.chores import Chore, Done, Plan, Reason, digest_moment, due, is_resting, next_moment, rest_after
from inbox_watch.daemon.clocks import Beat, Clocks, jump
from inbox_watch.daemon.look import Say
from inbox_watch.errors import ConfigError, CredentialError, InboxWatchError, SourceError, TemporaryError

BERLIN, HAVANA, NUUK, CAIRO, TOKYO, LOS_ANGELES = map(
    ZoneInfo,
    ("Europe/Berlin", "America/Havana", "America/Nuuk", "Africa/Cairo", "Asia/Tokyo", "America/Los_Angeles"),
)
HOUR, DAY, QUARTER = timedelta(hours=1), timedelta(days=1), timedelta(minutes=15)
PLAN = Plan(scan_every=QUARTER, digest_at=time(20))
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)


def at(text: str, zone: tzinfo = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


class Shift:
    """Does what is due and notes it, as a look does."""

    def __init__(self, plan: Plan = PLAN) -> None:
        self.plan, self.done = plan, Done()
        self.sent: list[tuple[date, datetime]] = []
        self.scans: list[datetime] = []

    def look(self, now: datetime, zone: tzinfo) -> None:
        what = due(now, zone, self.done, self.plan)
        digests = {day: moment for day, moment in self.done.digests.items() if abs(now - moment) < 20 * DAY}
        if Chore.DIGEST in what:
            self.sent.append((now.astimezone(zone).date(), now))
            digests[self.sent[-1][0]] = now
        if what:
            self.scans.append(now)
            self.done = Done(scan=now, digests=digests)

    def watch(self, start: datetime, end: datetime, zone: tzinfo) -> None:
        """Look whenever something is due, from one moment to another."""
        now = start
        while now < end:
            self.look(now, zone)
            now = next_moment(now, zone, self.done, self.plan)

    def days(self) -> dict[date, int]:
        return dict(Counter(day for day, _ in self.sent))


# --- every zone, every clock change -----------------------------------------------------------------------------------


def offsets(zone: ZoneInfo) -> tuple[timedelta | None, ...]:
    """Return the zone's offset at each noon (UTC) of the two years and of the days around them."""
    start = datetime(2025, 12, 30, 12, tzinfo=UTC)
    return tuple((start + n * DAY).astimezone(zone).utcoffset() for n in range(734))


@pytest.fixture(scope="module")
def histories() -> dict[tuple[timedelta | None, ...], ZoneInfo]:
    """One zone of each history: those that share their offsets, day for day, need no second walk."""
    names = sorted(zoneinfo.available_timezones())
    assert len(names) > 400
    return {offsets(zone): zone for zone in map(ZoneInfo, names)}


def test_in_every_zone_each_date_of_two_years_has_one_digest(
    histories: dict[tuple[timedelta | None, ...], ZoneInfo],
) -> None:
    wanted = {FIRST + n * DAY: 1 for n in range((LAST - FIRST).days + 1)}
    for zone in histories.values():
        shift = Shift(Plan(scan_every=DAY, digest_at=time(20)))
        shift.watch(at("2026-01-01T00:00", zone), at("2027-12-31T23:59", zone), zone)
        assert shift.days() == wanted, zone


@pytest.mark.parametrize("digest_at", [time(0), time(0, 15), time(1, 30), time(2, 30), time(3), time(23, 30)], ids=str)
def test_around_every_clock_change_each_date_has_one_digest_whatever_its_hour(
    digest_at: time, histories: dict[tuple[timedelta | None, ...], ZoneInfo]
) -> None:
    changes = 0
    for history, zone in histories.items():
        for n in (n for n in range(5, 728) if history[n] != history[n + 1]):
            changes += 1
            middle = date(2025, 12, 30) + n * DAY
            days = [middle + more * DAY for more in range(-2, 4)]
            shift = Shift(Plan(scan_every=timedelta(hours=3), digest_at=digest_at))
            shift.watch(at(f"{days[0]}T00:00", zone), at(f"{days[-1]}T23:59", zone), zone)
            assert shift.days() == dict.fromkeys(days, 1), (zone, middle)
    assert changes > 100


@pytest.mark.parametrize(
    ("zone", "day", "hour", "moment"),
    [
        (BERLIN, date(2026, 3, 29), time(2, 30), "2026-03-29T03:30"),  # left out: as long after the change
        (BERLIN, date(2026, 10, 25), time(2, 30), "2026-10-25T02:30"),  # comes twice: the first
        (CAIRO, date(2026, 4, 24), time(0), "2026-04-24T01:00"),
        (HAVANA, date(2026, 3, 8), time(0, 15), "2026-03-08T01:15"),
        (NUUK, date(2026, 3, 28), time(23, 30), "2026-03-28T22:30"),  # the date ends before that hour
    ],
)
def test_an_hour_that_the_clock_leaves_out_or_repeats_is_one_moment_of_its_date(
    zone: ZoneInfo, day: date, hour: time, moment: str
) -> None:
    assert digest_moment(day, zone, hour) == at(moment, zone)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([BERLIN, TOKYO, LOS_ANGELES, NUUK]), st.integers(-180, 2000)), max_size=60),
    st.sampled_from([time(0), time(20), time(23, 59)]),
)
def test_however_the_computer_sleeps_travels_and_its_clock_is_set_no_date_has_two(
    steps: list[tuple[ZoneInfo, int]], digest_at: time
) -> None:
    shift = Shift(Plan(scan_every=QUARTER, digest_at=digest_at))
    now = at("2026-03-25T12:00")
    for zone, minutes in steps:
        now += timedelta(minutes=minutes)
        shift.look(now, zone)
        shift.look(now, zone)
    assert set(shift.days().values()) <= {1}


# --- what is due ------------------------------------------------------------------------------------------------------


def test_after_eight_hours_of_sleep_the_digest_comes_late_on_the_same_date() -> None:
    shift = Shift()
    shift.watch(at("2026-03-03T09:00"), at("2026-03-03T14:00"), BERLIN)
    shift.look(at("2026-03-03T22:00"), BERLIN)
    shift.watch(at("2026-03-03T22:01"), at("2026-03-04T19:59"), BERLIN)
    assert shift.sent == [(date(2026, 3, 3), at("2026-03-03T22:00"))]


def test_a_clock_that_is_set_back_makes_no_second_digest_and_stalls_no_scan() -> None:
    shift = Shift()
    shift.watch(at("2026-03-03T09:00"), at("2026-03-03T20:31"), BERLIN)
    shift.look(at("2026-03-03T18:31"), BERLIN)
    assert shift.scans[-1] == at("2026-03-03T18:31")
    shift.watch(at("2026-03-03T18:32"), at("2026-03-04T20:01"), BERLIN)
    assert shift.days() == {date(2026, 3, 3): 1, date(2026, 3, 4): 1}


def test_a_clock_that_was_years_ahead_stops_no_digest() -> None:
    shift = Shift()
    shift.look(at("2031-03-03T21:00"), BERLIN)
    shift.watch(at("2026-03-03T09:00"), at("2026-03-04T20:01"), BERLIN)
    assert shift.days() == {date(2031, 3, 3): 1, date(2026, 3, 3): 1, date(2026, 3, 4): 1}


def test_what_was_slept_through_past_midnight_is_not_sent_late_but_today_s_comes_at_once() -> None:
    shift = Shift()
    shift.watch(at("2026-03-02T09:00"), at("2026-03-03T18:00"), BERLIN)
    shift.watch(at("2026-03-04T08:00"), at("2026-03-05T20:01"), BERLIN)
    assert shift.sent == [
        (date(2026, 3, 2), at("2026-03-02T20:00")),
        (date(2026, 3, 4), at("2026-03-04T08:00")),
        (date(2026, 3, 5), at("2026-03-05T20:00")),
    ]


def test_a_computer_that_is_always_off_at_the_digest_s_time_gets_one_each_morning() -> None:
    shift = Shift()
    shift.watch(at("2026-03-02T09:00"), at("2026-03-02T21:00"), BERLIN)
    for day in range(3, 9):
        shift.watch(at(f"2026-03-{day:02}T08:00"), at(f"2026-03-{day:02}T17:00"), BERLIN)
    assert [(moment.astimezone(BERLIN).day, moment.astimezone(BERLIN).hour) for _, moment in shift.sent] == [
        (2, 20), *((day, 8) for day in range(4, 9)),
    ]  # fmt: skip


def test_the_first_day_waits_for_its_evening() -> None:
    assert due(at("2026-03-03T09:00"), BERLIN, Done(), PLAN) == {Chore.SCAN}


def test_a_traveller_s_dates_have_one_digest_at_the_local_hour() -> None:
    shift = Shift()
    shift.watch(at("2026-03-02T09:00"), at("2026-03-02T21:00"), BERLIN)
    shift.watch(at("2026-03-02T21:00"), at("2026-03-03T06:00"), LOS_ANGELES)  # 21:00 in LA is another day there
    shift.watch(at("2026-03-03T06:00"), at("2026-03-04T12:00"), LOS_ANGELES)
    assert shift.days() == {date(2026, 3, 2): 1, date(2026, 3, 3): 1}
    assert shift.sent[-1][1] == at("2026-03-03T20:00", LOS_ANGELES)


def test_without_a_digest_only_scans_are_due() -> None:
    shift = Shift(Plan(scan_every=HOUR))
    shift.watch(at("2026-03-03T00:00"), at("2026-03-04T00:00"), BERLIN)
    assert (len(shift.scans), shift.sent) == (24, [])


@settings(max_examples=100)
@given(st.integers(0, 3_000), st.integers(0, 3_000), st.sampled_from([time(0), time(20), None]))
def test_nothing_becomes_due_before_the_moment_that_was_named(scan: int, now: int, digest_at: time | None) -> None:
    plan = Plan(scan_every=HOUR, digest_at=digest_at)
    done = Done(scan=at("2026-03-28T00:00") + timedelta(minutes=scan))
    moment = at("2026-03-28T00:00") + timedelta(minutes=now)
    following = next_moment(moment, BERLIN, done, plan)
    assert due(following, BERLIN, done, plan)
    assert following == moment or not due(following - timedelta(seconds=1), BERLIN, done, plan)


# --- what failed rests ------------------------------------------------------------------------------------------------


def waits(error: InboxWatchError, count: int) -> list[float]:
    """Return the waits in minutes after failures that follow each other."""
    now, rest, found = at("2026-03-03T09:00"), None, []
    for _ in range(count):
        rest = rest_after(error, rest, now)
        found.append((rest.until - now) / timedelta(minutes=1))
        now = rest.until
    return found


def test_what_may_pass_by_itself_is_tried_after_a_minute_then_ever_later_up_to_an_hour() -> None:
    assert waits(TemporaryError("offline"), 9) == [1, 2, 4, 8, 16, 32, 60, 60, 60]


@pytest.mark.parametrize("error", [CredentialError("refused"), ConfigError("no host")])
def test_what_the_user_must_mend_is_soon_tried_every_six_hours_only(error: InboxWatchError) -> None:
    assert waits(error, 5) == [5, 20, 80, 320, 360]


def test_a_server_that_states_a_wait_gets_it_up_to_a_day() -> None:
    assert waits(TemporaryError("busy", wait=HOUR * 4), 2) == [240, 240]
    assert waits(TemporaryError("busy", wait=DAY * 400), 1) == [1440]


def test_a_mailbox_that_fails_keeps_the_others_from_nothing() -> None:
    assert waits(SourceError("empty now"), 3) == [0, 0, 0]


def test_another_failure_and_a_clock_set_back_begin_anew() -> None:
    now = at("2026-03-03T09:00")
    rest = rest_after(CredentialError("refused"), rest_after(TemporaryError("offline"), None, now), now)
    assert (rest.reason, rest.failures) == (Reason.USER, 1)
    assert is_resting(rest, now)
    assert not is_resting(rest, now - HOUR)
    assert not is_resting(rest, rest.until)


# --- the heartbeat ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wall", "passed", "expected"),
    [
        (timedelta(seconds=1), 1.0, None),
        (timedelta(seconds=4), 1.0, None),  # NTP
        (8 * HOUR, 1.0, 8 * HOUR - timedelta(seconds=1)),
        (-2 * HOUR, 1.0, -2 * HOUR - timedelta(seconds=1)),
        (8 * HOUR, 28800.0, 8 * HOUR),  # a monotonic clock that counts sleep
    ],
)
def test_sleep_and_set_clocks_are_told_from_time_that_passes(
    wall: timedelta, passed: float, expected: timedelta | None
) -> None:
    now = at("2026-03-03T09:00")
    assert jump(Beat(wall=now, monotonic=5.0), Beat(wall=now + wall, monotonic=5.0 + passed)) == expected


class World:
    """A wall clock and a zone that a test can set, for the daemon and for APScheduler; the monotonic clock goes on."""

    def __init__(self) -> None:
        self.ahead = at("2026-03-03T14:00") - datetime.fromtimestamp(clock.time(), UTC)
        self.zone: tzinfo = BERLIN

    def now(self, zone: tzinfo | None = UTC) -> datetime:
        return (datetime.fromtimestamp(clock.time(), UTC) + self.ahead).astimezone(zone)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    made = World()

    class Simulated(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return made.now(tz)

    for module in (apscheduler.schedulers.base, apscheduler.executors.base, apscheduler.triggers.date):
        monkeypatch.setattr(module, "datetime", Simulated)
    monkeypatch.setattr(daemon, "_BEAT_SECONDS", 0.02)
    return made


class Running:
    """The daemon in a thread, over a world; its looks only note when they were."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world, self.shift = world, Shift()
        self.told: list[str] = []
        self.post = daemon.Post()
        say = Say(line=self.told.append, detail=self.told.append, error=lambda error: self.told.append(error.what))
        clocks = Clocks(now=world.now, monotonic=clock.monotonic, zone=lambda: self.world.zone)
        config = Config(accounts=(Account(name="own", user="sam@example.com"),))
        self.thread = threading.Thread(
            target=daemon.run, args=(lambda: config, folder, clocks, say, self.post, self.look), daemon=True
        )
        self.thread.start()

    def look(self, config: Config, folder: Path, now: datetime, zone: tzinfo, say: Say) -> datetime:
        self.shift.look(now, zone)
        return next_moment(now, zone, self.shift.done, PLAN)

    def until(self, holds: Callable[[], bool]) -> None:
        deadline = clock.monotonic() + 10
        while not holds():
            assert clock.monotonic() < deadline, self.told
            clock.sleep(0.01)


@pytest.fixture
def running(world: World, tmp_path: Path) -> Iterator[Running]:
    made = Running(world, tmp_path)
    made.until(lambda: len(made.shift.scans) == 1)
    yield made
    made.post.put(daemon.STOP)
    made.thread.join(5)
    assert not made.thread.is_alive()


def test_the_daemon_wakes_after_eight_hours_of_suspend_and_sends_once(world: World, running: Running) -> None:
    world.ahead += 8 * HOUR
    running.until(lambda: len(running.shift.scans) == 2)
    assert running.shift.days() == {date(2026, 3, 3): 1}
    assert any("8.0 hours forward" in line for line in running.told)


def test_the_daemon_goes_on_after_its_clock_was_set_back_two_hours(world: World, running: Running) -> None:
    world.ahead += 7 * HOUR
    running.until(lambda: len(running.shift.sent) == 1)
    world.ahead -= 2 * HOUR
    running.until(lambda: len(running.shift.scans) == 3)
    world.ahead += 2 * HOUR
    running.until(lambda: len(running.shift.scans) == 4)
    assert running.shift.days() == {date(2026, 3, 3): 1}


def test_the_daemon_follows_a_zone_that_the_machine_does_not_name(world: World, running: Running) -> None:
    for number, hours in enumerate((1, 9), start=1):
        world.zone = timezone(hours * HOUR, "local")
        running.until(lambda number=number: sum("time zone" in line for line in running.told) == number)
    running.until(lambda: len(running.shift.sent) == 1)  # 14:00 in Berlin is 22:00 there


def test_the_daemon_follows_the_zone_of_a_traveller(world: World, running: Running) -> None:
    world.zone = TOKYO  # 14:00 in Berlin is 22:00 there: today's digest is due
    running.until(lambda: len(running.shift.sent) == 1)
    world.zone = LOS_ANGELES  # 05:00 of the same date
    running.until(lambda: sum("time zone" in line for line in running.told) == 2)
    world.ahead += 16 * HOUR
    running.until(lambda: len(running.shift.scans) >= 3)
    assert running.shift.days() == {date(2026, 3, 3): 1}
