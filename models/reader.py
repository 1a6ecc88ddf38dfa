"""The trained network behind `framing.ports.Reader`: all requests and all heads in one pass."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import torch
from torch import Tensor, nn

from framing.ports import Identity, Reading, Request, Verdict
from framing.types import Share
from models.bundle import DEFAULT_BUNDLE, fits, load_network, open_bundle
from models.encoder import find_encoder, load_encoder
from models.encoding import WordPieces, load_wordpieces
from models.heads import HeadKind
from models.manifest import HeadCard
from models.network import Network, features
from models.plan import Plan, Question, Row, make_plan
from models.precision import FORMATS, choose_format

# A row is encoded in a batch of one fixed shape, so its figures cannot move with its neighbours.
LENGTHS = (16, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256)  # wordpieces; a row is padded to the next
ROWS = 2  # per batch; more rows gain a tenth on long texts and waste more on short ones
# Questions about one row are asked in groups of one size, about as many as one sentence of news asks.
QUESTIONS = {HeadKind.SENTENCE: 1, HeadKind.SPAN: 4, HeadKind.PAIR: 8}
DIGITS = 6  # of a probability; what float32 carries

_Key = tuple[str, Question]


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    rows: list[Row]
    ids: Tensor  # [ROWS, pieces]
    seen: Tensor  # false on padding, [ROWS, pieces]


class NetworkReader:
    """Answers requests with one bundle; safe for threads."""

    def __init__(
        self,
        network: Network,
        wordpieces: WordPieces,
        cards: Sequence[HeadCard],
        *,
        identity: Identity,
        encoder: Identity,
        number_format: str = "float32",
    ) -> None:
        self._network = network.eval()
        nn.Module.to(network.encoder, FORMATS[number_format])  # the heads stay in float32: they are cheap
        self._wordpieces = wordpieces
        self._cards = {card.spec.name: card for card in cards}
        self._identity, self._encoder, self._number_format = identity, encoder, number_format
        self._lock = Lock()
        # One core a batch: faster than all cores on each small batch, no waiting for a busy core in every layer,
        # and figures that do not depend on how many cores there are.
        self._workers = ThreadPoolExecutor(
            os.cpu_count() or 1, thread_name_prefix="reader", initializer=torch.set_num_threads, initargs=(1,)
        )

    @property
    def identity(self) -> Identity:
        """The bundle's name and the hash over its SHA256SUMS."""
        return self._identity

    @property
    def encoder(self) -> Identity:
        """The encoder's name and the hash of its weights."""
        return self._encoder

    @property
    def heads(self) -> frozenset[str]:
        """The heads that the bundle has."""
        return frozenset(self._cards)

    @property
    def number_format(self) -> str:
        """`float32` or `bfloat16`."""
        return self._number_format

    @property
    def cards(self) -> Mapping[str, HeadCard]:
        """Labels, thresholds and measured figures per head."""
        return self._cards

    def read(self, requests: Sequence[Request]) -> list[Reading]:
        """One reading per request, in order; equal rows are encoded and equal questions asked once.

        Raises:
            SpanError: a span lies outside its text or has no wordpieces.
        """
        with self._lock, torch.inference_mode():
            plans = [make_plan(request, self._wordpieces) for request in requests]
            answers = self._answer_all(plans)
        return [self._reading(plan, answers) for plan in plans]

    def _answer_all(self, plans: Sequence[Plan]) -> dict[_Key, Tensor]:
        asked: dict[Row, dict[HeadKind, dict[Question, None]]] = {}
        kinds = {card.spec.kind for card in self._cards.values()}
        for plan in plans:
            for kind, questions in plan.by_kind.items():
                if kind in kinds:
                    for question in questions:
                        asked.setdefault(question.row, {}).setdefault(kind, {})[question] = None
        answers: dict[_Key, Tensor] = {}
        for found in self._workers.map(lambda batch: self._answer_batch(batch, asked), self._batches(list(asked))):
            answers.update(found)
        return answers

    def _answer_batch(
        self, batch: _Batch, asked: Mapping[Row, Mapping[HeadKind, Mapping[Question, None]]]
    ) -> dict[_Key, Tensor]:
        with torch.inference_mode():
            hidden = self._network.encode(batch.ids, batch.seen).float()
            return {
                key: values
                for place, row in enumerate(batch.rows)
                for kind, group in asked[row].items()
                for key, values in self._answer(kind, list(group), hidden[place], batch.seen[place])
            }

    def _batches(self, rows: Sequence[Row]) -> Iterator[_Batch]:
        """Batches of one shape per length; missing rows are filled with the batch's first row."""
        by_length: dict[int, list[Row]] = {}
        for row in rows:
            length = next(length for length in LENGTHS if len(row) <= length)
            by_length.setdefault(length, []).append(row)
        for length, group in sorted(by_length.items()):
            for start in range(0, len(group), ROWS):
                batch = group[start : start + ROWS]
                filled = batch + batch[:1] * (ROWS - len(batch))
                padding = self._wordpieces.pad
                ids = torch.tensor([[*row, *[padding] * (length - len(row))] for row in filled])
                counts = torch.tensor([len(row) for row in filled])
                seen = torch.arange(length) < counts.unsqueeze(1)
                yield _Batch(batch, ids, seen)

    def _answer(
        self, kind: HeadKind, questions: Sequence[Question], hidden: Tensor, seen: Tensor
    ) -> Iterator[tuple[_Key, Tensor]]:
        """Calibrated probabilities [labels] of all questions of one kind about one row.

        They are asked in groups of one size, the last one filled with its first question.
        """
        size = QUESTIONS[kind]
        for start in range(0, len(questions), size):
            group = list(questions[start : start + size])
            filled = [*group, *group[:1] * (size - len(group))]
            spans = torch.tensor([question.places for question in filled], dtype=torch.long)
            inputs = features(kind, hidden.unsqueeze(0), seen.unsqueeze(0), spans)
            for name, card in self._cards.items():
                if card.spec.kind is kind:
                    logits = self._network.heads[name](inputs) / card.temperature
                    probabilities = torch.softmax(logits, dim=1)
                    for question, values in zip(group, probabilities, strict=False):
                        yield (name, question), values

    def _reading(self, plan: Plan, answers: Mapping[_Key, Tensor]) -> Reading:
        def verdicts(name: str, questions: Sequence[Question]) -> tuple[Verdict, ...]:
            card = self._cards.get(name)
            if card is None:
                return ()
            return tuple(_verdict(card, answers[name, question]) for question in questions)

        return Reading(
            tone=self._sentence_tone(plan, answers),
            targets=verdicts("target_tone", plan.targets),
            stances=verdicts("stance", plan.pairs),
            acts=verdicts("act", plan.pairs),
        )

    def _sentence_tone(self, plan: Plan, answers: Mapping[_Key, Tensor]) -> Verdict | None:
        """The mean over the text's windows; None without the head."""
        card = self._cards.get("tone")
        if card is None:
            return None
        return _verdict(card, torch.stack([answers["tone", part] for part in plan.sentence]).mean(dim=0))


def _verdict(card: HeadCard, probabilities: Tensor) -> Verdict:
    values = [round(value, DIGITS) for value in probabilities.tolist()]
    best = max(range(len(values)), key=values.__getitem__)
    shares = tuple(Share(label, value) for label, value in zip(card.spec.labels, values, strict=True))
    return Verdict(card.spec.labels[best], shares, unsure=values[best] < card.thresholds[best])


def load_reader(
    bundle_folder: Path | None = None,
    *,
    encoder_folder: Path | None = None,
    number_format: str | None = None,
) -> NetworkReader:
    """Open a trained bundle and its encoder.

    Args:
        bundle_folder: None for the bundle that is shipped.
        encoder_folder: a local folder with the encoder's files; None looks in the wheel and on the Hub.
        number_format: None for the fastest that the processor has.

    Raises:
        BundleError: a file is missing or altered, or parts do not fit each other.
    """
    bundle = open_bundle(bundle_folder or DEFAULT_BUNDLE)
    manifest = bundle.manifest
    files = find_encoder(encoder_folder, name=manifest.encoder, sha256=manifest.encoder_sha256)
    fits(bundle, files)
    return NetworkReader(
        load_network(bundle, load_encoder(files)),
        load_wordpieces(files.tokenizer),
        manifest.heads,
        identity=bundle.identity,
        encoder=Identity(files.name, files.sha256),
        number_format=choose_format(number_format),
    )
