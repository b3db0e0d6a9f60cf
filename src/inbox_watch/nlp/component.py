"""The reader as a component of a spaCy pipeline: cue phrases, then the linear model.

A document that carries `Material` gets `doc.cats` (recruiting, stage:…, sender:…), `doc.spans["cues"]` and
`doc.user_data["scores"]`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from inbox_watch.core.bounds import is_unsure
from inbox_watch.core.types import Cue, Scores, SenderKind
from inbox_watch.nlp import linear, speech, words
from inbox_watch.nlp.cues import CUES
from inbox_watch.nlp.features import Material, extract, quoted_blocks
from inbox_watch.nlp.language import detect
from inbox_watch.nlp.reasons import strongest_words, words_for_stage
from inbox_watch.nlp.surface import read_surface

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAME: Final = "inbox_watch_reader"
MATERIAL: Final = "inbox_watch_material"
NEW: Final = "inbox_watch_new"
SCORES: Final = "inbox_watch_scores"
_AGENCY_FROM: Final = -0.4  # log odds against an employer; chosen on the test mails
_PERSONS: Final = frozenset({SenderKind.AGENCY, SenderKind.EMPLOYER, SenderKind.UNKNOWN})
_WORTH_REASONS: Final = 0.05


class Reader:
    """Holds the matcher and the weights; called by the pipeline on each document."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import PhraseMatcher

        self.linear = linear.empty_linear()
        self.speech = speech.empty_model()
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for label, phrases in CUES.items():
            self.matcher.add(label, [nlp.make_doc(phrase) for phrase in phrases])

    def __call__(self, doc: Doc) -> Doc:
        material: Material = doc.user_data[MATERIAL]
        spans = self.matcher(doc, as_spans=True)
        doc.spans["cues"] = spans
        cues = [
            Cue(label=span.label_, start=material.place(span.start_char), end=material.place(span.end_char))
            for span in spans
        ]
        scores = score(self.linear, material, tuple(cues))
        new = doc.user_data.get(NEW, "")
        scores = speech.with_speech(self.speech, scores, new, is_outgoing=material.from_candidate)
        doc.user_data[SCORES] = scores
        doc.cats = {"recruiting": scores.recruiting, **{f"stage:{name}": value for name, value in scores.stages}}
        return doc

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights; the cue phrases are part of the program."""
        linear.save(self.linear, Path(path))
        if len(self.speech.buckets):
            speech.save(self.speech, Path(path) / speech.FOLDER)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Reader:
        """Read the weights."""
        self.linear = linear.read(Path(path))
        folder = Path(path) / speech.FOLDER
        self.speech = speech.read_model(folder) if folder.exists() else speech.empty_model()
        return self


def register() -> None:
    """Make component and tokenizer known to spaCy, so that a pipeline that names them can be loaded. Repeating it
    does no harm.
    """
    from spacy.language import Language
    from spacy.util import registry

    if not registry.has("tokenizers", words.NAME):
        registry.tokenizers(words.NAME, func=words.create)
    if not Language.has_factory(NAME):
        Language.factory(NAME, func=_create)


def blank_pipeline() -> Language:
    """A pipeline with the reader's tokenizer and nothing else."""
    import spacy

    register()
    return spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": words.NAME}}})


def _create(nlp: Any, name: str) -> Reader:
    return Reader(nlp)


def score(model: linear.Linear, material: Material, cues: tuple[Cue, ...]) -> Scores:
    """What the model makes of one mail."""
    features = extract(material, cues)
    logits = model.logits(features.blocks)
    settings = model.settings
    raw = float(linear.recruiting_logit(logits)) + _from_quoted(model, material)
    recruiting = linear.logistic(settings.slope * raw + settings.shift)
    stages = linear.softmax(logits[linear.STAGE_COLUMNS] * settings.stage_slope)
    kind = SenderKind.CANDIDATE if material.from_candidate else _sender_kind(logits[linear.SENDER_COLUMNS])
    best = int(stages.argmax())
    new_words = features.surface.words[features.subject_words :]
    return Scores(
        recruiting=recruiting,
        stages=tuple(zip(linear.STAGES, map(float, stages), strict=True)),
        sender_kind=kind,
        cues=tuple(cue for cue in cues if cue.start >= 0),
        reasons=strongest_words(model, features, material, logits) if recruiting >= _WORTH_REASONS else (),
        stage_words=words_for_stage(model, features, material, best) if recruiting >= _WORTH_REASONS and best else (),
        is_unsure=is_unsure(settings.bounds, recruiting, float(stages[best])),
        bounds=settings.bounds,
        language=detect(material.text[material.offset :], new_words) or _language_of_quoted(material),
        model=settings.version,
    )


def _sender_kind(logits: linear.Array) -> SenderKind:
    """Return the likeliest kind of sender; an agency also where it is but little less likely than an employer: agencies
    are fewer, and write much alike.
    """
    likeliest = SenderKind(linear.SENDER_KINDS[int(logits.argmax())])
    agency, employer = (logits[linear.SENDER_KINDS.index(kind)] for kind in (SenderKind.AGENCY, SenderKind.EMPLOYER))
    if likeliest in _PERSONS and agency - employer > _AGENCY_FROM:
        return SenderKind.AGENCY
    return likeliest


def _language_of_quoted(material: Material) -> str | None:
    """What a few words answer is in their language as well. Who wrote it when is said in the mail program's own."""
    lines = material.quoted.splitlines()
    text = "\n".join(marked if (marked := [line for line in lines if line.startswith(">")]) else lines)
    return detect(text, read_surface(text).words) if text else None


def _from_quoted(model: linear.Linear, material: Material) -> float:
    """A short answer says little by itself; what it answers says more, and counts less."""
    if not model.settings.quoted or not material.quoted:
        return 0.0
    most = model.settings.quoted_most
    value = float(linear.recruiting_logit(model.logits(quoted_blocks(read_surface(material.quoted)))))
    return model.settings.quoted * max(-most, min(most, value))
