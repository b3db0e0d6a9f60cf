"""Logits of mails that a model never saw → probabilities and thresholds, in the proportions of a job seeker's mailbox.

A mailbox is 95 % everyday; at that share the cheapest threshold misses too many hard mails while real everyday
mail gives no false alarm at all, so
the share below is larger. It moves the threshold only: score 0.5 is where the program decides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import f1_score

from inbox_watch.nlp import linear

RECRUITING_SHARE = 0.18
REVIEW_SHARE = 0.02  # of recruiting mail, for either doubt: recruiting at all, and which stage
INVENTED_EVERYDAY_SHARE = 0.05  # of everyday mail: that of our own making, nearly all of it written to be mistaken


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Out-of-fold logits, row by row, with the truth."""

    logits: np.ndarray
    quoted: np.ndarray  # of the quoted text alone, how much speaks for recruiting; 0 where there is none
    recruiting: np.ndarray
    stage: np.ndarray
    is_real: np.ndarray
    groups: np.ndarray


def proportions(held: Held) -> np.ndarray:
    """A weight for each mail, so that all together look like a mailbox."""
    invented = ~held.recruiting & ~held.is_real
    weights = np.zeros(len(held.recruiting))
    everyday = 1 - RECRUITING_SHARE
    weights[held.recruiting] = RECRUITING_SHARE / max(1, held.recruiting.sum())
    weights[invented] = everyday * INVENTED_EVERYDAY_SHARE / max(1, invented.sum())
    weights[held.is_real] = everyday * (1 - INVENTED_EVERYDAY_SHARE) / max(1, held.is_real.sum())
    return weights


def _loss(values: np.ndarray, truth: np.ndarray, weights: np.ndarray) -> float:
    return float((weights * np.logaddexp(0, np.where(truth, -values, values))).sum())


def calibrate(held: Held) -> tuple[linear.Settings, str]:
    """Fit slope, shift and what quoted text counts (Platt scaling), and say how well the model does out of fold."""
    weights = proportions(held)
    most = linear.Settings().quoted_most
    quoted = np.clip(held.quoted, -most, most)
    raw = linear.recruiting_logit(held.logits)

    def logit(parameters: np.ndarray) -> np.ndarray:
        return np.asarray(parameters[0] * (raw + max(0.0, parameters[2]) * quoted) + parameters[1])

    found = minimize(
        lambda p: _loss(logit(p), held.recruiting, weights), np.array([0.6, -1.0, 1.0]), method="Nelder-Mead"
    )
    slope, shift, factor = (round(float(value), 4) for value in found.x)
    score = 1 / (1 + np.exp(-logit(found.x)))
    stage_slope = _stage_slope(held)
    low, high, stage_at_least = _doubt(held, score, stage_slope)
    settings = linear.Settings(
        slope=slope,
        shift=shift,
        quoted=max(0.0, factor),
        stage_slope=stage_slope,
        unsure_from=low,
        unsure_to=high,
        stage_at_least=stage_at_least,
    )
    return settings, report(held, score, settings)


def _doubt(held: Held, score: np.ndarray, stage_slope: float) -> tuple[float, float, float]:
    """The band around 0.5, and the stage's probability, that each set aside a small share of recruiting mail."""
    ours = score[held.recruiting]
    distance = np.quantile(np.abs(ours - 0.5), REVIEW_SHARE)
    logits = held.logits[held.recruiting][:, linear.STAGE_COLUMNS]
    powers = np.exp(stage_slope * (logits - logits.max(axis=1, keepdims=True)))
    best = (powers / powers.sum(axis=1, keepdims=True)).max(axis=1)
    least = np.quantile(best[ours >= 0.5], REVIEW_SHARE)
    return round(float(0.5 - distance), 3), round(float(0.5 + distance), 3), round(float(least), 3)


def _stage_slope(held: Held) -> float:
    logits, truth = held.logits[held.recruiting][:, linear.STAGE_COLUMNS], held.stage[held.recruiting]
    losses = {}
    for slope in np.arange(0.5, 2.6, 0.1):
        scaled = logits * slope
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        losses[round(float(slope), 2)] = float(
            -(scaled[np.arange(len(truth)), truth] - np.log(np.exp(scaled).sum(axis=1))).mean()
        )
    return min(losses, key=lambda slope: losses[slope])


def report(held: Held, score: np.ndarray, settings: linear.Settings) -> str:
    """What the recipe says of itself; every figure is out of fold, grouped by skeleton."""
    real, invented = held.is_real, ~held.recruiting & ~held.is_real
    lines = [f"{settings}"]
    for threshold in (0.2, 0.3, 0.5, 0.6, 0.8):
        over = score >= threshold
        lines.append(
            f"score >= {threshold}: recall {over[held.recruiting].mean():.4f}, real everyday {over[real].mean():.4f}, "
            f"invented everyday {over[invented].mean():.4f}"
        )
    rows = held.recruiting
    logits = held.logits[rows][:, linear.STAGE_COLUMNS]
    guess, truth = logits.argmax(axis=1), held.stage[rows]
    each = f1_score(truth, guess, average=None, labels=range(len(linear.STAGES)), zero_division=0)
    lines.append(
        f"stage macro-F1 {each[1:].mean():.4f} "
        + " ".join(f"{n} {v:.2f}" for n, v in zip(linear.STAGES, each, strict=True))
    )
    scaled = np.exp(settings.stage_slope * (logits - logits.max(axis=1, keepdims=True)))
    best = (scaled / scaled.sum(axis=1, keepdims=True)).max(axis=1)
    for threshold in (0.3, 0.4, 0.5, 0.6):
        sure = best >= threshold
        lines.append(f"stage >= {threshold}: {sure.mean():.3f} of mails, right {(guess == truth)[sure].mean():.3f}")
    return "\n".join(lines)
