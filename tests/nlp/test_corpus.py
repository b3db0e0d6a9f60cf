"""The corpus keeps its format, and training never sees the test set."""

from __future__ import annotations

import copy
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

MODELS = Path(__file__).parents[2] / "models"


def load_script(name: str) -> ModuleType:
    """A script of the recipe as a module; the recipe isn't part of the package."""
    found = importlib.util.spec_from_file_location(f"models_{name}", MODELS / "scripts" / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules[found.name] = module
    found.loader.exec_module(module)
    return module


corpus = load_script("corpus")


def skeletons_of(folder: str) -> list[dict[str, Any]]:
    return [skeleton for path in sorted((MODELS / folder).glob("*.jsonl")) for skeleton in corpus.read_file(path)]


def test_every_skeleton_keeps_the_format() -> None:
    skeletons = skeletons_of("corpus")
    assert len(skeletons) > 800
    assert corpus.faults_of(skeletons) == []


def test_every_test_mail_keeps_its_format() -> None:
    mails = skeletons_of("test")
    assert len(mails) >= 600
    assert corpus.faults_of_test(mails) == []


def test_every_sentence_keeps_its_format() -> None:
    for folder, labels in ((corpus.SENTENCES, corpus.SENTENCE_LABELS), (corpus.SPEECH, corpus.SPEECH_LABELS)):
        assert len(corpus.read_bank(folder)) > 5000
        assert {entry["label"] for _, entry in corpus.read_bank(folder)} == labels


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"label": "hired"}, "wrong label"),
        ({"direction": "up"}, "wrong direction"),
        ({"text": " "}, "wrong length"),
        ({"text": "x" * 1000}, "wrong length"),
        ({"text": "Hi {nobody}"}, "wrong slot"),
        ({"subject": "[[a|b]]"}, "wrong choice"),
        ({"subject": 3}, "text or subject is no text"),
        ({"note": ""}, "fields missing or unknown"),
    ],
)
def test_a_sentence_that_breaks_the_format_is_named(change: dict[str, object], fault: str) -> None:
    entry = {"label": "rejected", "direction": "in", "text": "The post has gone to somebody else.", **change}
    assert corpus.faults_of_bank([("late-1", entry)], corpus.SENTENCE_LABELS) == [f"late-1: {fault}"]


def test_every_stage_and_everyday_mail_has_enough_skeletons() -> None:
    skeletons = skeletons_of("corpus")
    for stage in corpus.STAGES:
        assert sum(skeleton["signal"] == stage for skeleton in skeletons) >= 40, stage
    assert sum(not skeleton["recruiting"] for skeleton in skeletons) >= 200


def test_training_and_test_share_no_skeleton_and_no_text() -> None:
    train, test = skeletons_of("corpus"), skeletons_of("test")
    for field in ("id", "body"):
        assert not {skeleton[field] for skeleton in train} & {skeleton[field] for skeleton in test}


def test_training_and_test_fill_their_slots_with_other_names() -> None:
    slots = json.loads((MODELS / "corpus" / "slots.json").read_text(encoding="utf-8"))
    for source in ("person", "company", "agency", "role", "skill", "city"):
        assert len(set(slots["train"][source])) >= 40
        assert not set(slots["train"][source]) & set(slots["test"][source])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"body": "no such words here"}, "quote not in body"),
        ({"subject": "{nonsense}"}, "unknown slot"),
        ({"subject": "[[a|[[b]]]]"}, "nested"),
        ({"subject": "[[a|b"}, "unbalanced"),
        ({"automatic": "no"}, "automatic"),
        ({"direction": "out"}, "outgoing"),
        ({"extra": 1}, "unknown"),
    ],
)
def test_a_broken_skeleton_is_named(change: dict[str, Any], fault: str) -> None:
    skeleton = copy.deepcopy(next(one for one in skeletons_of("corpus") if one["asks"] and one["direction"] == "in"))
    (wrong,) = corpus.faults_of([skeleton | change])
    assert skeleton["id"] in wrong
    assert fault in wrong


def test_two_skeletons_with_one_id_are_named() -> None:
    skeleton = skeletons_of("corpus")[0]
    assert len(corpus.faults_of([skeleton, skeleton])) == 1
