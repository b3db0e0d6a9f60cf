"""The reader's model: a mail in, probabilities and the words behind them out. The only room that knows spaCy.

Importing this package loads neither spaCy nor numpy; `load()` does.
"""

from __future__ import annotations

from inbox_watch.nlp.context import Context
from inbox_watch.nlp.scorer import Scorer, load

__all__ = ["Context", "Scorer", "load"]
