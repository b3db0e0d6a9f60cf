"""The sentence model: lazy, deterministic, without pickle, linear in length, and at the sentences of the rules."""

from __future__ import annotations

import pickletools
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.reading.sentences import split_sentences
from inbox_watch.core.types import ActionKind, Address, Message, Speech, Zones
from inbox_watch.nlp import Context, Scorer, load
from inbox_watch.nlp.component import NAME
from inbox_watch.nlp.scorer import MODEL
from inbox_watch.nlp.speech import (
    ASKS,
    FOLDER,
    OUTPUTS,
    READ_FROM,
    SpeechModel,
    digest_of,
    empty_model,
    read_model,
    read_speech,
    save,
)
from inbox_watch.nlp.speech_features import MOST_TEXT, extract

SHIPPED = MODEL / NAME / FOLDER
ASKING = (
    "Thanks for the chat. Could you send me your CV by Friday? I'll come back to you on Monday."
    "\n\nThe office is on the left."
)
APPROACH = (
    "Hi Sam,\n\nI came across your profile and I'm recruiting for a Data Engineer in Leeds for a client of ours. "
    "Could you send me an up to date CV? I'll call you tomorrow.\n\nDana"
)
PARCEL = (
    "Your parcel of two kettles leaves our warehouse on Tuesday. Track it in the shop. Returns are free for 30 days."
)


def mail(text: str, subject: str = "Data Engineer") -> Message:
    return Message(
        key="k", source="test", message_id="<k@x>", date=None, received=None, instant=None, subject=subject,
        sender=Address(name="Dana Reed", address="dana@harbour-talent.example"),
        to=(Address(name="Sam", address="sam@example.com"),), text=text,
    )  # fmt: skip


@pytest.fixture(scope="module")
def model() -> SpeechModel:
    return read_model(SHIPPED)


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return load()


def speak(model: SpeechModel, text: str, *, is_outgoing: bool = False) -> tuple[Speech, ...]:
    return read_speech(model, text, stage=None, is_outgoing=is_outgoing)


def test_importing_the_rules_loads_no_model() -> None:
    code = "import sys, inbox_watch.core.reading; print(sorted({'spacy', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_request_asks_a_promise_promises_and_a_remark_does_neither(model: SpeechModel) -> None:
    thanks, request, promise, remark = speak(model, ASKING)
    assert request.asks > 0.8
    assert request.kinds[0][0] is ActionKind.SEND_DOCUMENTS
    assert promise.promises > 0.8
    assert max(thanks.asks, promise.asks, remark.asks) < 0.3
    assert max(thanks.promises, request.promises, remark.promises) < 0.3


def test_there_is_one_entry_for_each_sentence_that_the_rules_cut(model: SpeechModel) -> None:
    places = [(sentence.start, sentence.end) for sentence in split_sentences(ASKING)]
    assert [(speech.start, speech.end) for speech in speak(model, ASKING)] == places


def test_kinds_are_shares_of_the_asking_with_the_likeliest_first(model: SpeechModel) -> None:
    for speech in speak(model, ASKING):
        shares = [share for _, share in speech.kinds]
        assert {kind.value for kind, _ in speech.kinds} == set(ASKS[1:])
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) == pytest.approx(1, abs=1e-4)


def test_the_same_text_gives_the_same_numbers(model: SpeechModel) -> None:
    assert speak(model, ASKING) == speak(read_model(SHIPPED), ASKING)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab iyou?.!\n\t'é한😀:/@-0"), max_size=300))
def test_any_text_is_read_with_probabilities_within_the_text(model: SpeechModel, text: str) -> None:
    for speech in speak(model, text):
        assert 0 <= speech.start < speech.end <= len(text)
        assert 0 <= speech.asks <= 1
        assert 0 <= speech.promises <= 1


def test_a_sentence_is_read_alike_wherever_it_stands_but_for_its_neighbours(model: SpeechModel) -> None:
    (alone,) = speak(model, "Could you send me your CV?")
    among = speak(model, "We met on Monday.\n\nCould you send me your CV?\n\nThe office is on the left.")[1]
    assert among.asks == pytest.approx(alone.asks, abs=0.15)


def test_features_grow_in_proportion_to_the_text() -> None:
    piece = "Could you send me your CV by Friday?\n\n"

    def count(times: int) -> int:
        text = piece * times
        return len(extract(text, split_sentences(text)).buckets)

    one, ten, hundred = count(1), count(10), count(100)
    assert ten <= 11 * one
    assert hundred <= 11 * ten


def test_a_long_text_is_read_up_to_a_limit(model: SpeechModel) -> None:
    text = "Could you send me your CV by Friday?\n\n" * 30_000
    found = speak(model, text)
    assert found
    assert found[-1].end <= MOST_TEXT


def test_a_model_survives_disk_byte_by_byte(model: SpeechModel, tmp_path: Path) -> None:
    save(model, tmp_path / "one")
    again = read_model(tmp_path / "one")
    save(again, tmp_path / "two")
    assert speak(again, ASKING) == speak(model, ASKING)
    for file in sorted((tmp_path / "one").iterdir()):
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes() == (SHIPPED / file.name).read_bytes()


def test_the_files_are_plain_arrays() -> None:
    for file in SHIPPED.iterdir():
        assert file.suffix in {".npy", ".json"}
        with pytest.raises((ValueError, EOFError, UnicodeDecodeError)):
            list(pickletools.genops(file.read_bytes()))
    assert np.load(SHIPPED / "weights.npy", allow_pickle=False).dtype == np.uint8


def test_the_whole_model_stays_under_five_megabytes() -> None:
    assert sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file()) < 5_000_000


def test_the_version_names_the_weights(model: SpeechModel) -> None:
    assert model.version == f"speech-1-{digest_of(model.buckets, model.weights)}"


def test_arrays_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "broken")
    np.save(tmp_path / "broken" / "weights.npy", np.zeros((3, OUTPUTS), dtype=np.int8), allow_pickle=False)
    with pytest.raises(ValueError, match="do not fit"):
        read_model(tmp_path / "broken")


def test_a_model_that_knows_nothing_says_nothing() -> None:
    assert speak(empty_model(), ASKING) == ()


def test_only_a_mail_that_may_be_recruiting_is_read_sentence_by_sentence(scorer: Scorer) -> None:
    mails = (mail(APPROACH), mail(PARCEL, "Your order has been shipped"))
    items = [(one, Zones(new=one.text), Context()) for one in mails]
    approach, parcel = scorer.score(items)
    assert approach.recruiting >= READ_FROM > parcel.recruiting
    assert len(approach.speech) == len(split_sentences(APPROACH))
    assert parcel.speech == ()


def test_a_pipeline_keeps_its_sentence_model_on_disk(scorer: Scorer, tmp_path: Path) -> None:
    scorer.pipeline.to_disk(tmp_path, exclude=["vocab"])
    for file in SHIPPED.iterdir():
        assert (tmp_path / NAME / FOLDER / file.name).read_bytes() == file.read_bytes()
