"""Draws what `bench.nlu` measured, for docs/understanding.md."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib
import numpy as np
from numpy.typing import NDArray

matplotlib.use("Agg")
from matplotlib import pyplot

_INK = "#1e463c"
_OTHER = "#c0392b"


def draw_confusion(wanted: Sequence[str], found: Sequence[str], path: Path) -> None:
    """Draw which intent was taken for which, the right ones left out so that the others show."""
    names = sorted(set(wanted) | set(found))
    counts: NDArray[np.float64] = np.zeros((len(names), len(names)))
    for intended, got in zip(wanted, found, strict=True):
        if intended != got:
            counts[names.index(intended), names.index(got)] += 1
    figure, axes = pyplot.subplots(figsize=(13, 12))
    image = axes.imshow(counts, cmap="Greens")
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=7)
    axes.set_yticks(range(len(names)), names, fontsize=7)
    axes.set_xlabel("understood as")
    axes.set_ylabel("meant")
    figure.colorbar(image, label="messages", shrink=0.6)
    _save(figure, path)


def draw_reliability(confidences: Sequence[float], right: Sequence[bool], path: Path) -> None:
    """Draw how often a confidence is right: on the diagonal it means what it says."""
    edges = np.linspace(0, 1, 11)
    bins = np.clip(np.digitize(confidences, edges) - 1, 0, 9)
    middles = [np.mean(np.array(confidences)[bins == b]) for b in range(10) if (bins == b).any()]
    shares = [np.mean(np.array(right)[bins == b]) for b in range(10) if (bins == b).any()]
    figure, axes = pyplot.subplots(figsize=(5, 4.5))
    axes.plot([0, 1], [0, 1], color="#999", linestyle=":")
    axes.plot(middles, shares, color=_INK, marker="o")
    axes.set_xlabel("confidence")
    axes.set_ylabel("share right")
    _save(figure, path)


def draw_thresholds(
    thresholds: Sequence[float],
    asked: Sequence[float],
    wrong: Sequence[float],
    chosen: float,
    path: Path,
) -> None:
    """Draw what a threshold costs in questions, and saves in wrong answers."""
    figure, axes = pyplot.subplots(figsize=(5, 4.5))
    axes.plot(thresholds, asked, color=_INK, marker="o", label="asked back")
    axes.plot(thresholds, wrong, color=_OTHER, marker="o", label="answered wrongly")
    axes.axvline(chosen, color="#999", linestyle=":")
    axes.set_xlabel("threshold of confidence")
    axes.set_ylabel("share of messages")
    axes.legend()
    _save(figure, path)


def draw_curve(writers: Sequence[int], right: Sequence[float], path: Path) -> None:
    """Draw how much better messages are understood the more writers were learned from."""
    figure, axes = pyplot.subplots(figsize=(5, 4.5))
    axes.plot(writers, right, color=_INK, marker="o")
    axes.set_xlabel("writers learned from")
    axes.set_ylabel("share right, of writers never seen")
    _save(figure, path)


def _save(figure: pyplot.Figure, path: Path) -> None:
    figure.tight_layout()
    figure.savefig(path, dpi=110)
    pyplot.close(figure)
