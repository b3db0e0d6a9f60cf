"""Report and digest as people see them: in Chromium, on phone and desktop, light, dark, in print, and by axe-core."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from inbox_watch import cli
from inbox_watch.report import render
from tests.report.searches import hostile, large, page_of, scan_of
from tests.servers.browser import DESKTOP, PHONE, PROGRAMS, Browser, browsing
from tests.servers.scanning import AT, MAILBOX

SIZES = {"phone": PHONE, "desktop": DESKTOP}
PAGES = ("demo", "large", "empty", "hostile", "list", "digest")
_OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"
_HIDDEN_TEXT = """
[...document.querySelectorAll('main li, main p, main th, main td, main h2, main h3, main caption')]
  .filter(one => !one.closest('.unseen, .latest, .key') && !one.matches('.unseen') && one.textContent.trim())
  .filter(one => { const box = one.getBoundingClientRect(); return !box.width || !box.height; })
  .map(one => one.outerHTML.slice(0, 120))
"""
_STICKS_OUT = """
[...document.querySelectorAll('body *')]
  .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(one => one.outerHTML.slice(0, 120)).slice(0, 5)
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("Chromium is missing: apt-get install chromium")
    with browsing(program) as made:
        yield made


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {name: folder / f"{name}.html" for name in PAGES}
    state = str(folder / "state")
    assert cli.run(["demo", "--state", state, "--output", str(folder / "table")]) == 0
    assert cli.run(["report", "--state", state, "--output", str(made["demo"])]) == 0
    told = ("digest", str(MAILBOX), *AT, "--state", state, "--format", "html", "--output", str(made["digest"]))
    assert cli.run(list(told)) == 0
    for name, scan in (("large", large()), ("empty", scan_of()), ("hostile", hostile())):
        made[name].write_text(page_of(scan))
    made["list"].write_bytes(render(large(30), "html"))
    return made


VIEWS = [(name, size, is_dark) for name in PAGES if name != "large" for size in SIZES for is_dark in (False, True)]


@pytest.mark.parametrize(("name", "size", "is_dark"), VIEWS)
def test_axe_finds_no_violation_and_nothing_sticks_out(
    name: str, size: str, is_dark: bool, browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages[name], SIZES[size], is_dark=is_dark)
    browser.run(_OPEN)
    assert browser.axe() == []
    assert browser.run(_STICKS_OUT) == []
    assert browser.run("document.documentElement.scrollWidth") <= SIZES[size][0]


def test_a_hundred_opportunities_and_more_are_as_sound(browser: Browser, pages: dict[str, Path]) -> None:
    """Its events stay folded: they are as those of the demo, and two thousand of them cost axe half a minute."""
    browser.open(pages["large"])
    assert browser.axe() == []
    browser.open(pages["large"], PHONE)
    assert browser.run(_STICKS_OUT) == []


def test_axe_would_find_what_is_wrong(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    text = pages["demo"].read_text().replace('lang="en"', "").replace("--soft: #5a6068", "--soft: #cccccc")
    broken.write_text(text)
    browser.open(broken)
    found = " ".join(browser.axe())
    assert "html-has-lang" in found
    assert "color-contrast" in found


@pytest.mark.parametrize("name", PAGES)
def test_no_request_leaves_the_page_and_nothing_runs(name: str, browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages[name])
    browser.run(_OPEN)
    assert browser.requests == [pages[name].as_uri()]
    assert browser.complaints == []
    assert browser.run("[document.scripts.length, document.images.length, document.forms.length]") == [0, 0, 0]


def test_a_request_would_be_seen(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "talks.html"
    page.write_text("<title>x</title><img src='https://evil.example/x.png' alt=''>")
    browser.open(page)
    assert "https://evil.example/x.png" in browser.requests


def test_dark_and_light_differ_and_print_is_on_white(browser: Browser, pages: dict[str, Path]) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    browser.open(pages["demo"])
    light = browser.run(background)
    browser.open(pages["demo"], is_dark=True)
    assert browser.run(background) != light
    browser.open(pages["demo"], is_dark=True, media="print")
    assert browser.run(background) == "rgba(0, 0, 0, 0)"
    assert browser.run("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("name", ["demo", "large"])
def test_in_print_nothing_is_folded_away(name: str, browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages[name], (794, 1123), media="print")
    assert browser.run(_HIDDEN_TEXT) == []
    assert browser.run(_STICKS_OUT) == []
    made = browser.pdf()
    assert made.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", made)) > 5


def test_the_first_tab_leads_past_the_top(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["demo"])
    for kind in ("keyDown", "keyUp"):
        browser.ask("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    at = "document.activeElement"
    assert browser.run(f"{at}.textContent") == "Skip to what is due"
    assert browser.run(f"{at}.getBoundingClientRect().top >= 0")
    assert browser.run(f"parseFloat(getComputedStyle({at}).outlineWidth) >= 2")


def test_headings_go_down_step_by_step(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["demo"])
    levels = browser.run("[...document.querySelectorAll('h1, h2, h3, h4')].map(one => +one.tagName[1])")
    assert levels[0] == 1
    assert all(later - former <= 1 for former, later in pairwise(levels))


def test_every_drawing_says_in_words_what_it_shows(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["demo"])
    drawn = browser.run("[...document.querySelectorAll('svg[role=img]')].map(one => one.getAttribute('aria-label'))")
    assert len(drawn) > 10
    assert all(label.startswith("Line of time: ") for label in drawn)
    silent = "[...document.querySelectorAll('svg:not([role=img]):not([aria-hidden])')]"
    assert browser.run(f"{silent}.filter(one => !one.closest('[role=img]')).length") == 0


def test_a_card_leads_to_its_course_even_where_that_is_folded(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["large"])
    browser.run("location.hash = [...document.querySelectorAll('details article')].pop().id")
    assert browser.run("document.querySelector('article:target').getBoundingClientRect().height") > 0
