"""The frame head, learned last on the finished encoder: few articles, labelled as wholes.

Each sentence is taught its article's frames, and an article's frames are the mean over its sentences. What is
reported, and what calibrates the head, comes from articles that the figure's head has not seen.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from models.asking import describe
from models.encoding import WordPieces
from models.heads import HeadKind, find_head
from models.network import Head, Network
from training.examples import Example
from training.predict import Answers
from training.sentences import cutter

LOG = logging.getLogger(__name__)
FOLDS = 5
SENTENCES = 12  # of an article: its lead and what follows carry its frame, and a pass over all costs minutes
STEPS = 150  # over all sentences at once
RATE = 3e-3
DECAY = 0.05
ROWS = 32


@dataclass(frozen=True, slots=True)
class Frames:
    """The head of all articles, and the logits that heads of four fifths give the rest, [articles, frames]."""

    head: Head
    answers: Answers


@dataclass(frozen=True, slots=True)
class _Sentences:
    states: Tensor  # what the head sees of each sentence, [sentences, 2 * width]
    articles: Tensor  # which article it is of, [sentences]
    wanted: Tensor  # [articles, frames]


def learn_frames(network: Network, wordpieces: WordPieces, articles: Sequence[Example], *, seed: int) -> Frames:
    """Cross-validate, then learn from all articles.

    Args:
        articles: whole texts with `frames`.
    """
    sentences = _encode(network, wordpieces, articles)
    logits = torch.zeros_like(sentences.wanted)
    for fold in range(FOLDS):
        out = torch.arange(len(articles)) % FOLDS == fold
        head = _learn(sentences, ~out, seed=seed, dropout=0.3)
        logits[out] = _article_logits(head, sentences)[out]
        LOG.info("frames: fold %d of %d", fold + 1, FOLDS)
    everything = torch.ones(len(articles), dtype=torch.bool)
    return Frames(_learn(sentences, everything, seed=seed, dropout=0.3), Answers(logits, sentences.wanted))


def _encode(network: Network, wordpieces: WordPieces, articles: Sequence[Example]) -> _Sentences:
    rows: list[tuple[int, tuple[int, ...]]] = []
    for place, article in enumerate(articles):
        texts = [sentence.text for sentence in cutter()(article.text[:6000]).sents if len(sentence) > 4]
        for text in texts[:SENTENCES]:
            pieces = wordpieces.split(text)
            rows.append((place, wordpieces.row(pieces, range(min(len(pieces), 126)))))
    rows.sort(key=lambda row: len(row[1]))
    states: list[Tensor] = []
    network.eval()
    with torch.inference_mode():
        for start in range(0, len(rows), ROWS):
            batch = [row for _, row in rows[start : start + ROWS]]
            width = max(map(len, batch))
            ids = torch.tensor([[*row, *[wordpieces.pad] * (width - len(row))] for row in batch])
            seen = torch.arange(width) < torch.tensor([len(row) for row in batch]).unsqueeze(1)
            spans = torch.zeros(len(batch), 0, 2, dtype=torch.long)
            states.append(describe(HeadKind.SENTENCE, network.encode(ids, seen), seen, spans))
    labels = find_head("frame").labels
    wanted = torch.tensor([[float(label in (article.frames or ())) for label in labels] for article in articles])
    return _Sentences(torch.cat(states).clone(), torch.tensor([place for place, _ in rows]), wanted)


def _learn(sentences: _Sentences, used: Tensor, *, seed: int, dropout: float) -> Head:
    torch.manual_seed(seed)
    head = Head(find_head("frame"), sentences.states.shape[1] // 2, dropout)
    chosen = used[sentences.articles]
    states, wanted = sentences.states[chosen], sentences.wanted[sentences.articles[chosen]]
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    for step in range(STEPS):
        picked = torch.randperm(len(states))[:512]
        loss = binary_cross_entropy_with_logits(head.label(states[picked]), wanted[picked])
        optimiser.param_groups[0]["lr"] = RATE * (1 - step / STEPS)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return head.eval()


def _article_logits(head: Head, sentences: _Sentences) -> Tensor:
    """The mean over an article's sentences."""
    with torch.inference_mode():
        each = head.label(sentences.states)
    sums = torch.zeros_like(sentences.wanted).index_add(0, sentences.articles, each)
    counts = torch.bincount(sentences.articles, minlength=len(sentences.wanted)).clamp(min=1)
    return sums / counts.unsqueeze(1)
