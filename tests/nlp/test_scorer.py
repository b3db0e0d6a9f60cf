"""The shipped model and its frame: lazy, deterministic, without pickle, without other people's words, linear in
length.
"""

from __future__ import annotations

import json
import pickletools
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_watch.core.bounds import is_unsure
from inbox_watch.core.types import Address, Attachment, Message, Scores, SenderKind, Stage, Zones
from inbox_watch.nlp import Context, Scorer, load
from inbox_watch.nlp import linear as linear_model
from inbox_watch.nlp.component import NAME
from inbox_watch.nlp.features import HEAD, TAIL, extract, gather
from inbox_watch.nlp.linear import OUTPUTS, STAGES, Settings, make_linear
from inbox_watch.nlp.scorer import MODEL

APPROACH = (
    "Hi Sam,\n\nI came across your profile and I'm recruiting for a Data Engineer in Leeds for a client of ours. "
    "Would you be open to a quick call this week?\n\nDana"
)
REJECTION = (
    "Dear Sam,\n\nThank you for applying for the Data Engineer role. Unfortunately we have decided not to "
    "move forward with your application, as other candidates were a closer match.\n\nThe hiring team"
)
LUNCH = "Hi Sam,\n\nthe kids want to go swimming on Sunday. Shall we bring sandwiches? The car is fixed again.\n\nPat"


def mail(text: str, *, subject: str = "Hello", sender: str = "dana@harbour-talent.example", **more: object) -> Message:
    """A mail that stands alone."""
    known: dict[str, object] = {
        "key": "k",
        "source": "test",
        "message_id": "<k@x>",
        "date": None,
        "received": None,
        "instant": None,
    }
    more = {"to": (Address(name="Sam", address="sam@example.com"),), **more}
    return Message(**known, sender=Address(name="Dana Reed", address=sender), subject=subject, text=text, **more)  # type: ignore[arg-type]


def score(scorer: Scorer, text: str, context: Context | None = None, **more: object) -> Scores:
    message = mail(text, **more)  # type: ignore[arg-type]
    (scores,) = scorer.score([(message, Zones(new=text), context or Context())])
    return scores


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return load()


def test_importing_the_room_loads_neither_spacy_nor_numpy() -> None:
    code = "import sys, inbox_watch.nlp; print(sorted({'spacy', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_approach_is_recruiting_and_speaks_of_outreach(scorer: Scorer) -> None:
    scores = score(scorer, APPROACH, subject="Data Engineer in Leeds")
    assert scores.recruiting > 0.5
    assert max(scores.stages, key=lambda pair: pair[1])[0] == "outreach"


def test_a_rejection_is_read_as_one(scorer: Scorer) -> None:
    scores = score(scorer, REJECTION, subject="Your application", sender="careers@acme.example")
    assert scores.recruiting > 0.5
    assert max(scores.stages, key=lambda pair: pair[1])[0] == "rejected"


def test_private_mail_is_not_recruiting(scorer: Scorer) -> None:
    assert score(scorer, LUNCH, subject="Sunday", sender="pat@example.org").recruiting < 0.2


def test_stages_are_none_and_the_ten_and_add_up_to_one(scorer: Scorer) -> None:
    scores = score(scorer, APPROACH)
    assert {name for name, _ in scores.stages} == {"none", *(stage.value for stage in Stage)}
    assert sum(value for _, value in scores.stages) == pytest.approx(1, abs=1e-5)


def test_the_candidates_own_mail_has_the_candidate_as_its_sender(scorer: Scorer) -> None:
    assert score(scorer, APPROACH, Context(from_candidate=True)).sender_kind is SenderKind.CANDIDATE


def test_reasons_are_words_of_this_very_mail_or_named_marks(scorer: Scorer) -> None:
    scores = score(scorer, APPROACH)
    assert scores.reasons
    plain = " ".join(f"Hello {APPROACH}".lower().split())
    for reason in scores.reasons:
        assert ":" in reason or reason.removeprefix("-") in plain


def test_stage_words_and_cues_stand_where_they_say(scorer: Scorer) -> None:
    scores = score(scorer, REJECTION, subject="Your application")
    assert scores.stage_words
    assert any("unfortunately" in REJECTION[cue.start : cue.end].lower() for cue in scores.cues)
    assert all(REJECTION[word.start : word.end].strip() for word in scores.stage_words)


def test_cues_after_the_cut_of_a_long_mail_stand_where_they_say(scorer: Scorer) -> None:
    text = "word " * 4000 + REJECTION
    found = [text[cue.start : cue.end] for cue in score(scorer, text).cues if cue.label == "rejected"]
    assert "Unfortunately" in found


def test_a_mail_gets_the_same_scores_whatever_stands_beside_it(scorer: Scorer) -> None:
    items = [(mail(text), Zones(new=text), Context()) for text in (APPROACH, LUNCH, REJECTION)]
    together = list(scorer.score(items))
    assert together == [next(scorer.score([item])) for item in items]
    assert together == list(scorer.score(items))


def test_no_mail_gives_no_scores(scorer: Scorer) -> None:
    assert list(scorer.score([])) == []


def test_scores_carry_the_versions_of_both_models(scorer: Scorer) -> None:
    files = [MODEL / NAME / "settings.json", MODEL / NAME / "speech" / "settings.json"]
    versions = [json.loads(file.read_text(encoding="utf-8"))["version"] for file in files]
    assert score(scorer, APPROACH).model == score(scorer, LUNCH).model == "+".join(versions)


def test_a_few_words_are_in_the_language_that_they_answer(scorer: Scorer) -> None:
    quoted = (
        "On Wed, 28 Jan 2026 at 10:20 Jana Wolf wrote:\n> Hallo Sam,\n> am Freitag kommt sie um 14 Uhr zum Gespräch. "
        "Könntest Du den Teil mit uns machen? Ihr Lebenslauf ist in der Mail, und danke Dir!"
    )
    for new, language in (("mache ich gern, Sam", "de"), ("Thanks, I will be there with you", "en")):
        (read,) = scorer.score([(mail(new), Zones(new=new, quoted=quoted), Context())])
        assert read.language == language


def test_another_language_is_named(scorer: Scorer) -> None:
    german = (
        "Sehr geehrte Frau Reed, wir freuen uns, dass Sie sich bei uns beworben haben, und wir melden uns bei Ihnen."
    )
    assert score(scorer, german).language == "de"
    assert score(scorer, APPROACH).language == "en"
    assert score(scorer, "שלום, קיבלנו את קורות החיים שלך ונשמח לדבר איתך השבוע").language == "he"
    assert score(scorer, "ok").language is None


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=400), subject=st.text(max_size=80))
def test_any_text_gets_probabilities(scorer: Scorer, text: str, subject: str) -> None:
    scores = score(scorer, text, subject=subject)
    assert 0 <= scores.recruiting <= 1
    assert all(0 <= value <= 1 for _, value in scores.stages)
    assert all(0 <= cue.start < cue.end <= len(text) for cue in (*scores.cues, *scores.stage_words))


def count(text: str) -> int:
    """How many features reading a text makes: the cost, in steps instead of seconds."""
    return extract(gather(mail(text), Zones(new=text), Context()), ()).count


def test_the_cost_grows_in_line_with_the_text_and_stops_at_the_cap() -> None:
    sentence = "we would like to hear how the weekend in the mountains went "
    short, double = count(sentence * 15), count(sentence * 30)
    assert short < double < 2.2 * short
    assert count(sentence * 20_000) == count(sentence * 200)
    assert count("x" * 1_000_000) < count(sentence * 200)


def test_a_crafted_mail_is_cut_before_the_tokenizer_sees_it() -> None:
    for text in ("(" * 1_000_000, "http://" * 150_000, "a@" * 500_000, "'" * 1_000_000):
        material = gather(mail(text), Zones(new=text, quoted=text, signature=text), Context())
        assert len(material.text) <= HEAD + TAIL + 10
        assert max(map(len, material.text.split()), default=0) <= 80


def test_a_long_mails_head_and_tail_are_both_read() -> None:
    text = "begin " + "middle " * 3000 + "finish"
    words = gather(mail(text), Zones(new=text), Context()).text.split()
    assert {"begin", "middle", "finish"} <= set(words)


def test_headers_and_attachments_become_marks_that_name_no_domain() -> None:
    message = mail(
        LUNCH,
        sender="no-reply@news.shop.example",
        headers=(("list-unsubscribe", "<mailto:x@shop.example>"), ("precedence", "bulk")),
        attachments=(Attachment(name="Sam_CV.pdf", media_type="application/pdf"),),
        reply_to=(Address(address="x@other.example"),),
    )
    marks = gather(message, Zones(new=LUNCH), Context()).marks
    assert {
        "header:list-unsubscribe",
        "header:any_bulk",
        "local:noreply",
        "attachment:cv",
        "reply_to:other",
    } <= set(marks)
    assert not any("shop" in mark for mark in marks)


def test_a_mails_shape_is_no_mark() -> None:
    short, long = LUNCH, f"{APPROACH}\n\n" * 20 + "Are you free? https://one.example https://two.example £40,000"
    marks = [
        gather(mail(text, subject=subject), Zones(new=text, quoted=quoted), Context()).marks
        for text, subject, quoted in ((short, "Sunday", ""), (long, "Re: Sunday", "> Sunday?"))
    ]
    assert marks[0] == marks[1]


def test_a_pipeline_survives_the_way_to_disk_and_back(scorer: Scorer, tmp_path: Path) -> None:
    scorer.pipeline.to_disk(tmp_path, exclude=["vocab"])
    again = load(tmp_path)
    assert score(again, APPROACH) == score(scorer, APPROACH)


def test_weights_survive_the_way_to_disk_and_back_byte_for_byte(tmp_path: Path) -> None:
    weights = np.linspace(-2, 2, 3 * OUTPUTS, dtype=np.float32).reshape(3, OUTPUTS)
    bias = np.arange(OUTPUTS, dtype=np.float32)
    model = make_linear(Settings(version="v", slope=1.5), np.array([3, 70, 900], dtype=np.uint32), weights, bias)
    linear_model.save(model, tmp_path / "a")
    linear_model.save(linear_model.read(tmp_path / "a"), tmp_path / "b")
    for file in sorted((tmp_path / "a").iterdir()):
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()
    assert linear_model.read(tmp_path / "b").settings == Settings(version="v", slope=1.5)


def test_arrays_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    linear_model.save(linear_model.empty_linear(), tmp_path)
    np.save(tmp_path / "bias.npy", np.zeros(3, dtype=np.float32))
    with pytest.raises(ValueError, match="fit"):
        linear_model.read(tmp_path)


def test_an_empty_model_knows_nothing() -> None:
    material = gather(mail(APPROACH), Zones(new=APPROACH), Context())
    assert not linear_model.empty_linear().logits(extract(material, ()).blocks).any()
    assert len(STAGES) == 11


def files_of_the_model() -> list[Path]:
    return [path for path in sorted(MODEL.rglob("*")) if path.is_file()]


def test_the_model_is_small_and_holds_no_pickle() -> None:
    files = files_of_the_model()
    assert files
    assert sum(path.stat().st_size for path in files) < 5_000_000
    for path in files:
        assert path.suffix in {".npy", ".json", ".cfg", ""}
        with pytest.raises(ValueError, match=r"."):
            list(pickletools.genops(path.read_bytes()))
    for path in MODEL.rglob("*.npy"):
        assert np.load(path, allow_pickle=False).dtype in (np.uint8, np.float32)


def test_the_model_holds_no_word_of_the_corpus() -> None:
    assert not (MODEL / "vocab").exists()
    slots = json.loads((Path(__file__).parents[2] / "models" / "corpus" / "slots.json").read_text(encoding="utf-8"))
    whole = b"\n".join(path.read_bytes() for path in files_of_the_model() if path.name != "tokenizer")
    names = [name for part in slots.values() for source in ("person", "company", "agency") for name in part[source]]
    assert len(names) > 100
    assert not [name for name in names if name.encode() in whole or name.encode("utf-16-le") in whole]


def test_the_vocabulary_of_past_mail_is_thrown_away_when_it_has_grown(scorer: Scorer) -> None:
    forgetful = Scorer(lambda: load().pipeline, most_strings=len(scorer.pipeline.vocab.strings) // 100)
    first = score(forgetful, "Zwibbelfax quorntastic hullabaloonery")
    assert "quorntastic" in forgetful.pipeline.vocab.strings
    assert score(forgetful, APPROACH) == score(scorer, APPROACH)
    assert "quorntastic" not in forgetful.pipeline.vocab.strings
    assert first.model == score(scorer, APPROACH).model


def test_what_speaks_for_recruiting_is_the_slope_of_its_logit() -> None:
    logits = np.random.default_rng(5).normal(size=OUTPUTS).astype(np.float32)
    steps = np.eye(OUTPUTS) * 1e-4
    around = linear_model.recruiting_logit(logits + steps) - linear_model.recruiting_logit(logits - steps)
    assert linear_model.recruiting_direction(logits) == pytest.approx(around / 2e-4, abs=1e-4)


def test_many_rows_get_the_logits_that_each_one_gets() -> None:
    rows = np.random.default_rng(6).normal(size=(3, OUTPUTS))
    assert list(linear_model.recruiting_logit(rows)) == [float(linear_model.recruiting_logit(row)) for row in rows]


def test_the_scores_carry_the_bounds_by_which_they_are_unsure(scorer: Scorer) -> None:
    for text in (APPROACH, REJECTION, LUNCH):
        scores = score(scorer, text)
        best = max(value for _, value in scores.stages)
        assert scores.is_unsure == is_unsure(scores.bounds, scores.recruiting, best)
        assert scores.bounds.recruiting_from < 0.5 < scores.bounds.recruiting_to
