"""What each head is scored on: its answers to a report split beside the gold, as figures."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import torch
from torch import Tensor

from framing.ports import Reading, Verdict
from framing.types import Stance
from models.heads import HeadSpec
from training.examples import Example, StanceAnswer
from training.scores import label_f1, macro_f1, scale_figures, verdict_figures
from training.tagging import Tagged, link_figures, word_figures

Read = Sequence[tuple[Example, Reading]]
Answered = tuple[Verdict, str]  # what the head said, and the gold label
Scored = tuple[int, dict[str, float]]  # answers compared, and figures by name

# DSE's classes in the order of its labels: (stance p→q, stance q→p).
DIRECTED = (
    (Stance.NEUTRAL, Stance.NEUTRAL),
    (Stance.SUPPORTS, Stance.NEUTRAL),
    (Stance.NEUTRAL, Stance.SUPPORTS),
    (Stance.OPPOSES, Stance.NEUTRAL),
    (Stance.NEUTRAL, Stance.OPPOSES),
)
SIDED = 2.0  # best on the calibration slice
# Where the published figure is of single labels.
_EACH_LABEL = frozenset({"vague", "pair", "contest"})


def judge(spec: HeadSpec, read: Read) -> Scored | None:
    """Score one head on one split; None where the split has no answers for it.

    `frame` has too few articles for a split of its own and is cross-validated, `pair` reads no sentences.
    """
    judges = _JUDGES.get(spec.name)
    return None if judges is None else judges(spec, read)


def judge_verdicts(spec: HeadSpec, answered: Sequence[Answered]) -> Scored | None:
    """Score verdicts beside their gold labels."""
    if not answered:
        return None
    probabilities = _probabilities(spec.labels, (verdict for verdict, _ in answered))
    gold = torch.tensor([spec.labels.index(label) for _, label in answered])
    sure = torch.tensor([not verdict.unsure for verdict, _ in answered])
    figures = verdict_figures(probabilities, gold, sure)
    if spec.name in _EACH_LABEL:
        predicted = probabilities.argmax(dim=1)
        present = sorted(set(gold.tolist()))
        figures |= {f"{spec.labels[label]} F1": label_f1(predicted, gold, label) for label in present}
    return len(answered), figures


def directed_class(forward: Verdict, backward: Verdict) -> int:
    """The class of `DIRECTED` that is most probable if the two directions of a pair were independent.

    At most one direction is without neutrality, as in DSE: where both verdicts are not neutral, the one whose
    odds against neutral are higher decides. Macro-F1 asks for rare classes more often than they are most probable,
    so their shares count `SIDED` times.
    """
    there, back = ({share.label: share.value for share in one.probabilities} for one in (forward, backward))
    shares = [
        there[first] * back[second] * (1.0 if place == 0 else SIDED) for place, (first, second) in enumerate(DIRECTED)
    ]
    return max(range(len(shares)), key=shares.__getitem__)


def _verdicts(gather: Callable[[Example, Reading], Iterable[Answered]]) -> Callable[[HeadSpec, Read], Scored | None]:
    def score(spec: HeadSpec, read: Read) -> Scored | None:
        return judge_verdicts(spec, [answer for example, reading in read for answer in gather(example, reading)])

    return score


def _tones(example: Example, reading: Reading) -> Iterator[Answered]:
    if example.tone is not None and reading.tone is not None:
        yield reading.tone, example.tone


def _vague(example: Example, reading: Reading) -> Iterator[Answered]:
    if example.vague is not None and reading.vague is not None:
        yield reading.vague, "vague" if example.vague else "sourced"


def _target_tones(example: Example, reading: Reading) -> Iterator[Answered]:
    for answer, verdict in zip(example.targets, reading.targets, strict=True):
        yield verdict, answer.label


def _stances(example: Example, reading: Reading) -> Iterator[Answered]:
    for answer, verdict in zip(example.stances, reading.stances[: len(example.stances)], strict=True):
        yield verdict, answer.label


def _acts(example: Example, reading: Reading) -> Iterator[Answered]:
    for answer, verdict in zip(example.acts, reading.acts[len(example.stances) :], strict=True):
        if answer.label is not None:
            yield verdict, answer.label


def _judge_stance(spec: HeadSpec, read: Read) -> Scored | None:
    """Three labels per direction; where a split asks both directions, also DSE's five classes per pair."""
    scored = _verdicts(_stances)(spec, read)
    both = [(example.stances, reading.stances) for example, reading in read if _is_both_ways(example.stances)]
    if scored is None or not both:
        return scored
    predicted = torch.tensor([directed_class(verdicts[0], verdicts[1]) for _, verdicts in both])
    gold = torch.tensor([DIRECTED.index((first.label, second.label)) for (first, second), _ in both])
    count, figures = scored
    return count, figures | {"macro-F1 of 5": macro_f1(predicted, gold, labels=len(DIRECTED))}


def _is_both_ways(stances: Sequence[StanceAnswer]) -> bool:
    match stances:
        case [first, second]:
            turned = (first.source, first.target) == (second.target, second.source)
            return turned and (first.label, second.label) in DIRECTED
        case _:
            return False


def _judge_factuality(spec: HeadSpec, read: Read) -> Scored | None:
    pairs = [
        (verdict, answer.value)
        for example, reading in read
        for answer, verdict in zip(example.events, reading.events, strict=True)
    ]
    if not pairs:
        return None
    middle = (len(spec.labels) - 1) // 2  # the labels run from -3 to 3
    scale = torch.arange(-middle, middle + 1)
    probabilities = _probabilities(spec.labels, (verdict for verdict, _ in pairs))
    return len(pairs), scale_figures(probabilities, torch.tensor([value for _, value in pairs]), scale)


def _judge_hedges(spec: HeadSpec, read: Read) -> Scored | None:
    texts = [
        Tagged(
            example.text,
            {label: [cue.span for cue in example.hedges if cue.label == label] for label in spec.labels},
            reading.hedges,
        )
        for example, reading in read
        if example.hedges is not None
    ]
    return word_figures(texts, spec.labels, rest=True) if texts else None


def _judge_attribution(spec: HeadSpec, read: Read) -> Scored | None:
    texts = [
        Tagged(
            example.text,
            {
                "source": [span for one in example.attributions for span in one.source],
                "cue": [span for one in example.attributions for span in one.cue],
                "content": [span for one in example.attributions for span in one.content],
            },
            reading.attribution_tags,
        )
        for example, reading in read
        if example.attributions is not None
    ]
    return word_figures(texts, spec.labels, rest=False) if texts else None


def _judge_roles(_: HeadSpec, read: Read) -> Scored | None:
    count, figures = link_figures((e.text, e.attributions, r.attributed) for e, r in read if e.attributions is not None)
    return (count, figures) if count else None


def _probabilities(labels: Sequence[str], verdicts: Iterable[Verdict]) -> Tensor:
    """[verdicts, labels], whatever the order in which a verdict names its labels."""
    named = ({share.label: share.value for share in verdict.probabilities} for verdict in verdicts)
    return torch.tensor([[values[label] for label in labels] for values in named])


_JUDGES: Mapping[str, Callable[[HeadSpec, Read], Scored | None]] = {
    "tone": _verdicts(_tones),
    "vague": _verdicts(_vague),
    "target_tone": _verdicts(_target_tones),
    "factuality": _judge_factuality,
    "stance": _judge_stance,
    "act": _verdicts(_acts),
    "hedge": _judge_hedges,
    "attribution": _judge_attribution,
    "roles": _judge_roles,
}
