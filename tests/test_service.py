"""Services: what would be written is what the systems' own documentation asks for, whatever the paths are called."""

from __future__ import annotations

import os
import plistlib
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from inbox_watch import cli, service
from inbox_watch.errors import UsageError
from inbox_watch.service import Kind, Setup

ODD = 'Jobs & más 100% "x" $HOME \\n <ü>'
NAMESPACE = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}


def setup(folder: Path, name: str = "plain", *, is_timer: bool = False, every: int = 15) -> Setup:
    state = folder / name
    state.mkdir(parents=True, exist_ok=True)
    program = folder / "own % $HOME prögrams" / "inbox-watch"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f"#!{sys.executable}\nimport sys, json\nprint(json.dumps(sys.argv[1:]))\n")
    program.chmod(0o755)
    return Setup(
        program=(str(program),),
        config=state / "config.toml",
        state=state,
        is_timer=is_timer,
        scan_every=timedelta(minutes=every),
        digest_at=time(20, 30),
    )


def written(kind: Kind, made: Setup, home: Path) -> dict[str, bytes]:
    return {file.path.name: file.data for file in service.plan(kind, made, home).files}


# --- systemd ----------------------------------------------------------------------------------------------------------


def verified(folder: Path, files: dict[str, bytes]) -> str:
    """Return what systemd complains of: its exit status is 0 even for keys that it doesn't know."""
    folder.mkdir(exist_ok=True)
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is missing: apt-get install systemd")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with tempfile.TemporaryDirectory(prefix="iw-") as runtime:  # short: other packages' units put socket names into it
        done = subprocess.run(
            ["systemd-analyze", "--user", "verify", "--man=no", *(str(folder / name) for name in files)],
            capture_output=True,
            text=True,
            env={**os.environ, "XDG_RUNTIME_DIR": runtime, "HOME": str(folder)},
        )
    return done.stderr + ("" if done.returncode == 0 else f"status {done.returncode}")


@pytest.mark.parametrize("is_timer", [False, True], ids=["daemon", "timer"])
@pytest.mark.parametrize("name", ["plain", ODD])
def test_systemd_has_nothing_to_complain_of_in_the_units(name: str, is_timer: bool, tmp_path: Path) -> None:
    files = written(Kind.SYSTEMD, setup(tmp_path, name, is_timer=is_timer), tmp_path)
    assert verified(tmp_path / "units", files) == ""


def test_systemd_does_complain_of_a_key_that_it_does_not_know(tmp_path: Path) -> None:
    files = written(Kind.SYSTEMD, setup(tmp_path), tmp_path)
    broken = {name: data.replace(b"PrivateUsers=", b"PrivateUzers=") for name, data in files.items()}
    assert "PrivateUzers" in verified(tmp_path / "units", broken)


@pytest.mark.parametrize("is_timer", [False, True], ids=["daemon", "timer"])
def test_where_no_sandbox_can_be_built_the_unit_asks_for_none_and_says_so(is_timer: bool, tmp_path: Path) -> None:
    made = replace(setup(tmp_path, is_timer=is_timer), has_sandbox=False)
    files = written(Kind.SYSTEMD, made, tmp_path)
    assert verified(tmp_path / "units", files) == ""
    (unit,) = (data.decode() for name, data in files.items() if name.endswith(".service"))
    for word in ("Private", "Protect", "CapabilityBoundingSet", "ReadWritePaths"):
        assert word not in unit
    assert "NoNewPrivileges=yes" in unit
    assert "fewer locks" in " ".join(service.plan(Kind.SYSTEMD, made, tmp_path).notes)


@pytest.mark.parametrize(
    ("name", "value", "can"),
    [
        ("kernel/apparmor_restrict_unprivileged_userns", "1\n", False),
        ("kernel/apparmor_restrict_unprivileged_userns", "0\n", True),
        ("kernel/unprivileged_userns_clone", "0\n", False),
        ("user/max_user_namespaces", "0\n", False),
        ("user/max_user_namespaces", "127132\n", True),
    ],
)
def test_whether_a_sandbox_can_be_built_is_read_from_the_kernel(
    name: str, value: str, can: bool, tmp_path: Path
) -> None:
    assert service.can_sandbox(tmp_path)
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_text(value)
    assert service.can_sandbox(tmp_path) is can


def test_the_unit_runs_hardened_and_does_not_start_again_what_the_user_must_mend(tmp_path: Path) -> None:
    unit = written(Kind.SYSTEMD, setup(tmp_path), tmp_path)["inbox-watch.service"].decode().splitlines()
    for line in (
        "Type=notify",
        "Restart=on-failure",
        "RestartPreventExitStatus=2 77 78",
        "PrivateUsers=yes",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK",
    ):
        assert line in unit


def test_the_timer_makes_up_for_missed_times_and_knows_the_digest_s(tmp_path: Path) -> None:
    files = written(Kind.SYSTEMD, setup(tmp_path, is_timer=True), tmp_path)
    timer = files["inbox-watch-tick.timer"].decode().splitlines()
    assert {"OnCalendar=*:0/15", "OnCalendar=*-*-* 20:30:00", "Persistent=true"} <= set(timer)
    assert files["inbox-watch-tick.service"].decode().split("ExecStart=")[1].split("\n")[0].endswith('"tick"')


@pytest.mark.parametrize(("minutes", "calendar"), [(1, "*:0/1"), (7, "*:0/6"), (45, "*:0/30"), (600, "hourly")])
def test_the_timer_fires_at_least_as_often_as_asked(minutes: int, calendar: str, tmp_path: Path) -> None:
    files = written(Kind.SYSTEMD, setup(tmp_path, is_timer=True, every=minutes), tmp_path)
    assert f"OnCalendar={calendar}\n" in files["inbox-watch-tick.timer"].decode()


# --- launchd and Task Scheduler ---------------------------------------------------------------------------------------


def test_the_agent_starts_at_login_stays_and_holds_each_word_of_the_command(tmp_path: Path) -> None:
    made = setup(tmp_path, ODD)
    (data,) = written(Kind.LAUNCHD, made, tmp_path).values()
    agent = plistlib.loads(data)
    assert agent["ProgramArguments"] == list(made.command)
    assert agent["KeepAlive"] == {"SuccessfulExit": False}
    assert (agent["RunAtLoad"], agent["ProcessType"], agent["ThrottleInterval"]) == (True, "Background", 60)
    assert "StartCalendarInterval" not in agent


def test_the_agent_of_a_timer_has_each_time_of_the_day_and_the_digest_s(tmp_path: Path) -> None:
    (data,) = written(Kind.LAUNCHD, setup(tmp_path, is_timer=True, every=120), tmp_path).values()
    agent = plistlib.loads(data)
    times = [(one["Hour"], one["Minute"]) for one in agent["StartCalendarInterval"]]
    assert times == [*((hour, 0) for hour in range(0, 21, 2)), (20, 30), (22, 0)]
    assert "KeepAlive" not in agent
    assert agent["ProgramArguments"][-1] == "tick"


def windows(folder: Path, *, is_timer: bool = False) -> Setup:
    return replace(setup(folder, is_timer=is_timer), program=("C:\\Program Files\\inbox-watch.exe",))


def task(made: Setup, home: Path) -> ElementTree.Element:
    (data,) = written(Kind.TASK_SCHEDULER, made, home).values()
    assert data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return ElementTree.fromstring(data.decode("utf-16").partition("?>")[2])


def test_the_task_overrides_what_windows_would_do_on_a_laptop(tmp_path: Path) -> None:
    root = task(windows(tmp_path), tmp_path)
    settings = {one.tag.partition("}")[2]: one.text for one in root.find("t:Settings", NAMESPACE) or ()}
    assert settings["StartWhenAvailable"] == "true"
    assert settings["DisallowStartIfOnBatteries"] == "false"
    assert settings["StopIfGoingOnBatteries"] == "false"
    assert settings["RunOnlyIfNetworkAvailable"] == "true"
    assert settings["MultipleInstancesPolicy"] == "IgnoreNew"
    assert settings["ExecutionTimeLimit"] == "PT0S"
    assert root.findtext(".//t:LogonType", "", NAMESPACE) == "InteractiveToken"
    assert root.find(".//t:LogonTrigger", NAMESPACE) is not None


def test_the_task_of_a_timer_repeats_and_knows_the_digest_s_time(tmp_path: Path) -> None:
    root = task(windows(tmp_path, is_timer=True), tmp_path)
    assert [one.text for one in root.findall(".//t:Interval", NAMESPACE)] == ["PT15M", "PT1M"]
    starts = [one.text for one in root.findall(".//t:CalendarTrigger/t:StartBoundary", NAMESPACE)]
    assert starts == ["2026-01-01T00:00:00", "2026-01-01T20:30:00"]


def test_the_task_holds_the_command_as_windows_splits_it(tmp_path: Path) -> None:
    made = replace(setup(tmp_path, 'Jobs & más "x" <ü>'), program=("C:\\Program Files\\inbox-watch.exe",))
    root = task(made, tmp_path)
    assert root.findtext(".//t:Command", "", NAMESPACE) == made.command[0]
    assert root.findtext(".//t:Arguments", "", NAMESPACE) == subprocess.list2cmdline(made.command[1:])


def test_a_path_that_windows_would_fill_in_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds a %"):
        service.plan(Kind.TASK_SCHEDULER, replace(windows(tmp_path), config=tmp_path / "100%.toml"), tmp_path)


def test_a_program_that_systemd_would_not_start_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="starts no program"):
        service.plan(Kind.SYSTEMD, replace(setup(tmp_path), program=('/opt/"x"/inbox-watch',)), tmp_path)


@pytest.mark.parametrize("kind", Kind)
def test_a_path_of_two_lines_is_refused(kind: Kind, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="control character"):
        service.plan(kind, setup(tmp_path, "two\nExecStart=lines"), tmp_path)


# --- the commands -----------------------------------------------------------------------------------------------------


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A systemctl that notes what it is asked and answers; the home folder is the test's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    log = tmp_path / "asked"
    (folder / "systemctl").write_text(f'#!/bin/sh\necho "$*" >> {shlex.quote(str(log))}\necho answered\n')
    (folder / "systemctl").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return log


def run(*arguments: str) -> int:
    return cli.run(["service", *arguments, "--kind", "systemd"])


@pytest.mark.parametrize("timer", [(), ("--timer",)], ids=["daemon", "timer"])
def test_what_install_did_uninstall_undoes(
    timer: tuple[str, ...], tools: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    units = tmp_path / "config" / "systemd" / "user"
    units.mkdir(parents=True)
    (units / "other.service").write_text("[Service]\n")
    assert run("install", "--yes", *timer) == 0
    shown, told = capsys.readouterr()
    assert "No account is configured yet" in told
    names = sorted(path.name for path in units.iterdir())
    assert len(names) == 2 + len(timer)
    for path in units.glob("inbox-watch*"):
        assert path.read_text().strip() in shown
        assert path.stat().st_mode & 0o777 == 0o600
    started = "inbox-watch-tick.timer" if timer else "inbox-watch.service"
    assert tools.read_text().splitlines() == [
        "--user show-environment",
        "--user daemon-reload",
        f"--user enable --now {started}",
    ]
    assert run("status") == 0
    assert "answered" in capsys.readouterr().out
    assert run("uninstall", "--yes") == 0
    assert [path.name for path in units.iterdir()] == ["other.service"]
    assert f"--user disable --now {started}" in tools.read_text()
    assert tools.read_text().endswith("--user daemon-reload\n")
    assert run("status") == 0
    assert "Not installed" in capsys.readouterr().out


def test_another_install_takes_the_place_of_the_first(tools: Path, tmp_path: Path) -> None:
    units = tmp_path / "config" / "systemd" / "user"
    assert run("install", "--yes") == 0
    assert run("install", "--yes", "--timer") == 0
    assert sorted(path.name for path in units.iterdir()) == ["inbox-watch-tick.service", "inbox-watch-tick.timer"]
    assert "--user disable --now inbox-watch.service" in tools.read_text().splitlines()


def test_uninstall_deletes_even_where_the_system_s_tool_is_gone(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("install", "--yes") == 0
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run("uninstall", "--yes") == 0
    assert list((tmp_path / "config" / "systemd" / "user").iterdir()) == []


def test_a_dry_run_and_a_missing_yes_do_nothing(tools: Path, tmp_path: Path) -> None:
    assert run("install", "--dry-run") == 0
    assert run("install") == 2
    assert not tools.exists()
    assert not (tmp_path / "config" / "systemd").exists()


def test_a_unit_of_somebody_else_is_neither_replaced_nor_deleted(tools: Path, tmp_path: Path) -> None:
    unit = tmp_path / "config" / "systemd" / "user" / "inbox-watch.service"
    unit.parent.mkdir(parents=True)
    unit.write_text("[Service]\nExecStart=/bin/true\n")
    assert run("install", "--yes") == 2
    assert run("uninstall", "--yes") == 0
    assert unit.read_text() == "[Service]\nExecStart=/bin/true\n"


def test_without_a_service_manager_of_the_user_nothing_is_written(
    tools: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bin" / "systemctl").write_text("#!/bin/sh\necho 'Failed to connect to bus' >&2\nexit 1\n")
    assert run("install", "--yes") == 2
    told = capsys.readouterr().err
    assert "Failed to connect to bus" in told
    assert "inbox-watch daemon" in told
    assert not (tmp_path / "config" / "systemd").exists()


def test_a_program_without_any_output_ends_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """So does Windows start what has no window; a status of 1 would start it again every minute."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.run(["--version"]) == 0


def test_the_places_in_use_stand_in_the_command(
    tools: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "own.toml"
    config.write_text("")
    arguments = ["--config", str(config), "--state", str(tmp_path / "own state"), "service", "install", "--dry-run"]
    assert cli.run([*arguments, "--kind", "systemd"]) == 0
    shown = capsys.readouterr().out
    assert f'"--config" "{config}" "--state" "{tmp_path / "own state"}" "daemon"' in shown
