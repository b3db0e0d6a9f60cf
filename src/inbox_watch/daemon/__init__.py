"""The night shift: a main loop that watches the clocks, a scheduler that starts each look, one of each a state folder.

A stop ends the process within a second: what a scan has committed stays, the batch in the making is rolled back by the
store. The signal handlers put a word into a queue, which is safe inside a handler (`threading.Event` is not).
"""

from __future__ import annotations

import contextlib
import logging
import math
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from inbox_watch import store
from inbox_watch.config import Config
from inbox_watch.core.chores import Reason
from inbox_watch.daemon.clocks import Beat, Clocks, beat, jump
from inbox_watch.daemon.look import Say, look, plan_of
from inbox_watch.daemon.notify import notify
from inbox_watch.errors import ConfigError, InboxWatchError, TemporaryError
from inbox_watch.sources.imap import live
from inbox_watch.store import chores

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler  # type: ignore[import-untyped]

STOP = "stop"
RELOAD = "reload"
_JOB = "look"
LOCK = "daemon.lock"
_BEAT_SECONDS = 1.0
_ZONE_BEATS = 10  # the machine's zone is looked up once in so many beats
_END_SECONDS = 0.5
_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)

Post = queue.SimpleQueue[str]
Read = Callable[[], Config]
Look = Callable[..., datetime]

logging.getLogger("apscheduler").setLevel(logging.CRITICAL)  # what fails in a look is told by the look


class Busy(TemporaryError):
    """Another night shift holds the state folder."""


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the place of the one night shift of a state folder.

    Raises `Busy` (75, not 2): nothing is wrong with the command, and whoever starts it again later, such as
    systemd, gets the place once it is free.
    """
    lock = FileLock(folder / LOCK, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise Busy(
            f"inbox-watch runs already with the state folder {folder}",
            advice="End the other one first, or choose another folder with --state.",
        ) from None
    try:
        yield
    finally:
        lock.release()


def run(read: Read, folder: Path, clocks: Clocks, say: Say, post: Post, look: Look = look) -> bool:
    """Work until `post` says STOP; return whether all has ended by then. Else end the process: a scan hangs.

    `read` reads the configuration, at the start and at RELOAD. Raises `Busy` where another one runs, and
    `ConfigError` where the configuration is wrong at the start.
    """
    config = _with_accounts(read())
    with alone(folder):
        shift = Shift(config, folder, clocks, say, look)
        before = beat(clocks)  # the first look must not be planned on a clock that nobody watches yet
        shift.start()
        notify("READY=1", "STATUS=watching")
        try:
            _watch(shift, read, post, before)
        finally:
            notify("STOPPING=1")
            has_ended = shift.end()
        say.line("stopped")
        return has_ended


def _with_accounts(config: Config) -> Config:
    if not config.accounts:
        raise ConfigError(
            "no account configured: there is nothing to watch", advice="Add one with inbox-watch account add."
        )
    return config


def tick(config: Config, folder: Path, clocks: Clocks, say: Say) -> None:
    """Do what is due now, and end. Raises as `run` does.

    A timer comes now a little early, now a little late: a scan is due from three quarters of its interval on.
    """
    every = _with_accounts(config).schedule.scan_every * 0.75
    with alone(folder):
        early = replace(config, schedule=replace(config.schedule, scan_every=every))
        look(early, folder, clocks.now(), clocks.zone(), say)


def _watch(shift: Shift, read: Read, post: Post, last: Beat) -> None:
    count = 0
    while (word := _word(post)) != STOP:
        now = beat(shift.clocks)
        _watchdog(last, now, shift)
        last, count = now, count + 1
        shift.tend()
        if word == RELOAD:
            _reload(shift, read)
        if count % _ZONE_BEATS == 0:
            shift.follow_zone()


def _word(post: Post) -> str | None:
    try:
        return post.get(timeout=_BEAT_SECONDS)
    except queue.Empty:
        return None


def _watchdog(last: Beat, now: Beat, shift: Shift) -> None:
    notify("WATCHDOG=1")
    moved = jump(last, now)
    if moved is not None:
        length, way = abs(moved), "forward" if moved > timedelta() else "back"
        hour, minute = timedelta(hours=1), timedelta(minutes=1)
        by = f"{length / hour:.1f} hours" if length >= hour else f"{length / minute:.1f} minutes"
        shift.say.line(f"the computer slept, or its clock was set: {by} {way}; looking anew")
        shift.wake()


def _reload(shift: Shift, read: Read) -> None:
    """Take the configuration as it is now; a wrong one changes nothing."""
    try:
        config = _with_accounts(read())
    except InboxWatchError as error:
        shift.say.error(error)
        shift.say.line("the configuration is wrong: the one from before stays in use")
        return
    shift.config = config
    shift.say.line("configuration read anew")
    shift.wake(Reason.NETWORK, Reason.USER)


@dataclass(slots=True)
class _Failing:
    """How often looks failed as a whole, and with what kind of error."""

    count: int = 0
    kind: str = ""


class Shift:
    """A running night shift: the scheduler with its one job, and what the looks need."""

    def __init__(self, config: Config, folder: Path, clocks: Clocks, say: Say, look: Look) -> None:
        self.config, self.folder, self.clocks, self.say = config, folder, clocks, say
        self._look = look
        self._zone = clocks.zone()
        self._failing = _Failing()
        self._idle = threading.Event()
        self._idle.set()
        self._anew = False
        self._is_ending = False
        self._lock = threading.Lock()
        self._said = Say(
            line=self._unless_ending(say.line), detail=self._unless_ending(say.detail), error=self._complain
        )
        self._scheduler = _scheduler()

    def start(self) -> None:
        """Begin with a look at once; what rested until the user acts is tried again."""
        self._end_rests(Reason.USER, Reason.NETWORK)
        plan = plan_of(self.config)
        count = len(self.config.accounts)
        at = plan.digest_at
        evening = f"a digest at {at:%H:%M}" if at else "no digest: digest.to or digest.smtp is not set"
        self.say.line(
            f"started: {count} account{'s' if count != 1 else ''}, a scan every {_minutes(plan.scan_every)}, {evening}"
        )
        self._arrange(self.clocks.now())
        self._scheduler.start()

    def wake(self, *reasons: Reason) -> None:
        """Drop connections that may be dead, and look at once at what is due."""
        live.drop()
        self._end_rests(*(reasons or (Reason.NETWORK,)))
        self._look_anew()

    def follow_zone(self) -> None:
        """Look anew where the machine's zone has changed."""
        zone, now = self.clocks.zone(), self.clocks.now()
        offsets = [now.astimezone(one).utcoffset() for one in (zone, self._zone)]  # some machines don't name theirs
        if str(zone) != str(self._zone) or offsets[0] != offsets[1]:
            self.say.line(f"time zone: {zone} (was {self._zone})")
            self._zone = zone
            self._look_anew()

    def tend(self) -> None:
        """Arrange a look where none is under way or to come: a job that fell between two clocks is gone."""
        if self._idle.is_set() and self._scheduler.get_job(_JOB) is None:
            self._arrange(self.clocks.now())

    def _look_anew(self) -> None:
        with self._lock:
            self._anew = True  # a look that runs now was planned on the old clock
            self._arrange(self.clocks.now())
        self._scheduler.wakeup()

    def end(self) -> bool:
        """Start nothing more, shut the connections, and wait half a second; return whether all has ended."""
        self._is_ending = True
        self._scheduler.shutdown(wait=False)
        live.drop()
        return self._idle.wait(_END_SECONDS)

    def _arrange(self, at: datetime) -> None:
        if not self._is_ending:
            knobs = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
            self._scheduler.add_job(self._run, "date", run_date=at, id=_JOB, replace_existing=True, **knobs)

    def _run(self) -> None:
        self._idle.clear()
        try:
            self._anew = False
            at = self._looked()
            with self._lock:
                self._arrange(self.clocks.now() if self._anew else at)
        finally:
            self._idle.set()

    def _looked(self) -> datetime:
        """Look; return when to look next. Nothing that goes wrong ends the night shift."""
        now = self.clocks.now()
        if self._is_ending:
            return now
        try:
            at = self._look(self.config, self.folder, now, self._zone, self._said)
        except Exception as error:
            return now + self._failed(error)
        self._failing = _Failing()
        return at

    def _failed(self, error: Exception) -> timedelta:
        """Say what failed, once; return how long to wait."""
        if self._is_ending:
            return _LONGEST_WAIT
        if type(error).__name__ != self._failing.kind:
            if isinstance(error, InboxWatchError):
                self.say.error(error)
            else:
                self.say.line(f"a fault of the program ({type(error).__name__})")
        self._failing = _Failing(self._failing.count + 1, type(error).__name__)
        return min(_FIRST_WAIT * math.pow(2, min(self._failing.count - 1, 10)), _LONGEST_WAIT)

    def _unless_ending(self, tell: Callable[[str], None]) -> Callable[[str], None]:
        return lambda text: None if self._is_ending else tell(text)

    def _complain(self, error: InboxWatchError) -> None:
        """Say what failed; that a connection broke off because we end is no news."""
        if not self._is_ending:
            self.say.error(error)

    def _end_rests(self, *reasons: Reason) -> None:
        with contextlib.suppress(InboxWatchError), store.opened(self.folder) as held:
            chores.wake(held.database, *reasons)


def _scheduler() -> BackgroundScheduler:
    from apscheduler.executors.pool import ThreadPoolExecutor  # type: ignore[import-untyped]
    from apscheduler.schedulers.background import BackgroundScheduler

    return BackgroundScheduler(daemon=True, timezone="UTC", executors={"default": ThreadPoolExecutor(1)})


def _minutes(length: timedelta) -> str:
    minutes = length / timedelta(minutes=1)
    return f"{minutes:g} minutes" if minutes != 1 else "minute"
