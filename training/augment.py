"""Variations of training sentences: masked words and other mentions, drawn by a seeded generator."""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from framing.types import Span, Tone
from training.examples import Example, TargetAnswer

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_WORD = re.compile(r"\S+")
_LONGEST_MASK = 10  # words
_MOSTLY = 0.5  # a sentence with more than this share masked says nothing in its own voice


def vary(example: Example, draw: random.Random, *, mask_share: float, other_mention_share: float) -> Example:
    """One variation: each target at one mention, and with some chance words masked away from all answers."""
    targets = tuple(_one_mention(target, example.text, draw, other_mention_share) for target in example.targets)
    varied = replace(example, targets=targets)
    if draw.random() >= mask_share:
        return varied
    return mask(varied, _mask_spans(varied, draw))


def first_mentions(example: Example) -> Example:
    """The annotated mention of each target and nothing masked: what evaluation sees."""
    targets = tuple(replace(target, mentions=target.mentions[:1]) for target in example.targets)
    return replace(example, targets=targets)


def mask(example: Example, spans: Sequence[Span]) -> Example:
    """Mask spans; the sentence's own tone becomes neutral where most of it is hidden."""
    hidden = sum(span.end - span.start for span in spans)
    mostly = hidden > _MOSTLY * len(example.text)
    tone = Tone.NEUTRAL if mostly and example.tone is not None else example.tone
    return replace(example, tone=tone, masked=tuple(spans))


def _one_mention(target: TargetAnswer, text: str, draw: random.Random, share: float) -> TargetAnswer:
    mention = target.mentions[0]
    if draw.random() < share:
        mention = draw.choice(target.mentions)
        words = list(_WORD.finditer(text, mention.start, mention.end))
        if len(words) > 1 and draw.random() < 0.5:
            mention = Span(words[-1].start(), words[-1].end())
    return replace(target, mentions=(mention,))


def _mask_spans(example: Example, draw: random.Random) -> list[Span]:
    """The sentence's quotations, or one random run of words; nothing that an answer is about."""
    quoted = _free((Span(match.start(), match.end()) for match in _QUOTED.finditer(example.text)), example)
    if quoted and draw.random() < 0.5:
        return quoted
    words = list(_WORD.finditer(example.text))
    first = draw.randrange(len(words))
    last = min(len(words), first + draw.randint(1, _LONGEST_MASK)) - 1
    return _free([Span(words[first].start(), words[last].end())], example)


def _free(spans: Iterable[Span], example: Example) -> list[Span]:
    answers = example.spans
    return [span for span in spans if not any(span.overlaps(answer) for answer in answers)]
