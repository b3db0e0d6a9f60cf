"""The templates: the program's own, and the user's in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from inbox_watch.draft.templates import SLOTS, fill, names
from inbox_watch.errors import ConfigError

_SLOTS: dict[str, object] = {name: f"({name})" for name in SLOTS} | {"questions": ("(question)",), "is_late": False}
_GOOD = "Subject: About {{ position }}\n\n{{ greeting }}\n\nMy own words, {{ own_name }}.\n\n\n\n{{ sign_off }}\n"


def _filled(folder: Path, text: str) -> object:
    folder.mkdir(exist_ok=True)
    (folder / "reply.txt").write_bytes(text.encode())
    return fill("reply", _SLOTS, folder)


@pytest.mark.parametrize("name", names())
def test_every_template_of_ours_can_be_filled(name: str) -> None:
    for questions in ((), ("(one)",), ("(one)", "(two)")):
        filled = fill(name, _SLOTS | {"questions": questions}, None)
        assert filled.body.startswith("(greeting)\n\n")
        assert filled.body.endswith("\n\n(sign_off)")
        assert filled.subject
        assert len(filled.call) == 3


def test_the_users_own_template_is_used_in_place_of_ours(tmp_path: Path) -> None:
    filled = _filled(tmp_path, _GOOD)
    assert filled == fill("reply", _SLOTS, tmp_path)
    assert getattr(filled, "body") == "(greeting)\n\nMy own words, (own_name).\n\n(sign_off)"  # noqa: B009
    assert fill("thank_you", _SLOTS, tmp_path) == fill("thank_you", _SLOTS, None)


def test_one_file_may_stand_for_every_answer_of_its_kind(tmp_path: Path) -> None:
    (tmp_path / "confirm.txt").write_text(_GOOD)
    assert "My own words" in fill("confirm_accept", _SLOTS, tmp_path).body
    assert "My own words" in fill("confirm_later", _SLOTS, tmp_path).body
    (tmp_path / "confirm_later.txt").write_text(_GOOD.replace("My own", "Other"))
    assert "Other words" in fill("confirm_later", _SLOTS, tmp_path).body
    (tmp_path / "request_update.txt").write_text(_GOOD)
    assert fill("request_update_again", _SLOTS, tmp_path) == fill("request_update_again", _SLOTS, None)


def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    plain = _filled(tmp_path, _GOOD)
    assert _filled(tmp_path, "\ufeff" + _GOOD.replace("\n", "\r\n")) == plain


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (_GOOD.replace("own_name", "owm_name"), 'no slot "owm_name"'),
        (_GOOD.replace("{{ own_name }}", "{{ own_name "), "line "),
        (_GOOD.replace("{{ own_name }}", "{% if %}"), "line 5"),
        (_GOOD.replace("own_name", "own_name.__class__.__mro__"), "unsafe"),
        (_GOOD.replace("own_name", "own_name.nothing"), "nothing"),
        (_GOOD.replace("{{ own_name }}", "{% include '/etc/passwd' %}"), "reply.txt"),
        (_GOOD.replace("own_name", "1 // 0"), "zero"),
        (_GOOD.removeprefix("Subject: "), "first line"),
        ("x" * 30_000, "longer than"),
    ],
)
def test_a_broken_template_is_named_with_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match="reply") as raised:
        _filled(tmp_path, text)
    assert said in raised.value.what
    assert str(tmp_path) in raised.value.what
    assert raised.value.advice


def test_a_misspelt_slot_is_told_the_nearest_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        _filled(tmp_path, _GOOD.replace("own_name", "owm_name"))
    assert raised.value.advice.startswith("Did you mean own_name?")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "reply.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="can't read"):
        fill("reply", _SLOTS, tmp_path)


def test_what_stands_in_a_slot_is_never_run(tmp_path: Path) -> None:
    filled = fill("reply", _SLOTS | {"position": "{{ own_name }} {% if x %}"}, None)
    assert "{{ own_name }}" in filled.body
