"""How fast the reader is beside spaCy's bare English tokenizer, on the same texts in one run, on one core.

`python benchmarks/reader.py [MBOX…]` reads the mails of the given mbox files; without any, it makes up mails of
mixed length. The ratio is the reader's
throughput divided by the tokenizer's: both get the mails parsed already. Peak memory is the whole process's.
"""

from __future__ import annotations

import mailbox
import os
import random
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from inbox_watch.core import parse, zones
from inbox_watch.core.types import Message
from inbox_watch.nlp import Context, load

NUMBER = 2000
ROUNDS = 3
_SENTENCES = (
    "Thank you for your application for the Data Engineer position at Brightwater.",
    "I came across your profile and would like to hear whether you're open to a new role in Leeds.",
    "Could you send me your availability for a call with the hiring manager by Friday at 5pm?",
    "The parcel leaves our warehouse on Tuesday; the number of your order is 4471-2203.",
    "We went up to the lake at the weekend, and the dog wouldn't come out of the water again.",
    "Unsubscribe at any time: https://news.shop.example/u/88213, or write to help@shop.example.",
    "Q3 revenue rose by 4.2 %, mostly on renewals (see page 12 of the attached report).",
)


def make_mails() -> list[bytes]:
    """Mails of 2 to 60 sentences, most words of which are new to the tokenizer."""
    rng = random.Random(7)
    mails = []
    for number in range(NUMBER):
        words = [
            " ".join((rng.choice(_SENTENCES), f"({rng.getrandbits(40):x})"))
            for _ in range(rng.choice((2, 5, 10, 20, 60)))
        ]
        head = f"From: Pat <pat{number}@shop.example>\nTo: sam@example.com\nSubject: {number}\n\n"
        mails.append((head + "\n\n".join(words)).encode())
    return mails


def best_of(work: Callable[[], int]) -> float:
    """Seconds of processor time of the fastest of three rounds."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def main() -> None:
    raws = [bytes(mail) for path in sys.argv[1:] for mail in mailbox.mbox(path)] or make_mails()
    messages: list[Message] = [parse.parse(raw, source="benchmark") for raw in raws]
    items = [(message, zones.split(message.text), Context()) for message in messages]
    scorer = load()
    import spacy

    def tokenize() -> int:
        blank = spacy.blank("en")
        return sum(len(doc) for doc in blank.pipe(message.text for message in messages))

    bare = best_of(tokenize)
    reader = best_of(lambda: sum(1 for _ in scorer.score(items)))
    mean = sum(len(message.text) for message in messages) / len(messages)
    print(f"{len(messages)} mails, {mean:.0f} characters each on average")
    print(f"spacy.blank('en'): {len(messages) / bare:8.0f} mails/s")
    print(f"the reader:        {len(messages) / reader:8.0f} mails/s")
    print(f"ratio:             {bare / reader:8.2f}   (at least 0.35)")
    print(f"peak memory:       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB (under 250)")
    text = "we would like to hear how it went " * 30_000
    long = replace(messages[0], text=text)
    began = time.process_time()
    list(scorer.score([(long, zones.split(text), Context())]))
    print(f"one mail of 1 MB, zones included: {1000 * (time.process_time() - began):.0f} ms")


if __name__ == "__main__":
    main()
