"""`python -m training.compare CONFIG --data FOLDER`: what the design rests on, measured on a slice of train.

Each choice is trained both ways from the same seed on the same samples, and scored on documents kept out of
them; no report-only split is read. The table goes into the model card.
"""

import argparse
import logging
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import cast

from torch import Tensor, nn

from framing.errors import HedgerowError
from models.bert import Bert
from models.encoder import EncoderFiles, find_encoder
from models.encoding import load_wordpieces
from models.network import HIDDEN, Head, Network, encoder_width
from training.config import Config, in_small_batches, read_config
from training.corpora import Corpora, read_corpora
from training.data import add_data_option, data_folder
from training.device import make_repeatable
from training.examples import ClaimPair, Example
from training.fit import fit
from training.fresh import make_network
from training.predict import figure, predict

LOG = logging.getLogger(__name__)
NECK = 48  # width of an adapter's inner layer; six of them are a twentieth of the encoder's layers
EPOCHS = 3
KEPT_OUT = 0.12  # share of the documents that the choices are scored on

Sample = Example | ClaimPair
TONE = ("newsmtsc",)
TAGS = ("polnear", "szeged_wiki", "szeged_wiki_plain")


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to do it; `alter` changes the fresh network, `see` changes what it reads."""

    question: str
    name: str
    corpora: tuple[str, ...]
    heads: tuple[str, ...]  # the ones scored
    alter: Callable[[Network], None] = lambda _: None
    see: Callable[[Sample], Sample] = lambda sample: sample
    others: tuple[str, ...] = ()  # corpora trained beside, not scored
    frozen_layers: int | None = None


class Adapter(nn.Module):
    """A layer's output with a small correction (Houlsby et al. 2019)."""

    def __init__(self, layer: nn.Module, width: int) -> None:
        super().__init__()
        self.layer = layer
        out = nn.Linear(NECK, width)
        nn.init.zeros_(out.weight)
        self.correct = nn.Sequential(nn.Linear(width, NECK), nn.GELU(), out)

    def forward(self, *inputs: Tensor, **named: Tensor) -> Tensor:
        states: Tensor = self.layer(*inputs, **named)
        corrected: Tensor = states + self.correct(states)
        return corrected


def adapt(network: Network) -> None:
    """Freeze the encoder and put an adapter behind each of its layers."""
    layers = cast(Bert, network.encoder).encoder.layer
    for place, layer in enumerate(layers):
        layers[place] = Adapter(layer, encoder_width(network.encoder))
    for name, parameter in network.encoder.named_parameters():
        parameter.requires_grad = ".correct." in name


def pool_only(network: Network) -> None:
    """A target's answer from its own words, [CLS] and the mean: nothing looks at the sentence for it."""
    head = cast(Head, network.heads["target_tone"])
    head.ask = None
    head.label[1] = nn.Linear(3 * encoder_width(network.encoder), HIDDEN)


def repeat_target(sample: Sample) -> Sample:
    """The target marked in the input: its words again after the sentence, one row per target."""
    if not isinstance(sample, Example) or not sample.targets:
        return sample
    mention = sample.targets[0].mentions[0].of(sample.text)
    return replace(sample, text=f"{sample.text} [ {mention} ]", targets=sample.targets[:1])


CHOICES = (
    Choice("what is trained", "adapters in a frozen encoder", TONE, ("target_tone",), alter=adapt),
    Choice("what is trained", "the four upper layers", TONE, ("target_tone",), frozen_layers=2),
    Choice("what is trained", "all six layers (ours)", TONE, ("target_tone",)),
    Choice("how a target is shown", "its span pooled", TONE, ("target_tone",), alter=pool_only),
    Choice("how a target is shown", "its span pooled, and looking (ours)", TONE, ("target_tone",)),
    Choice("how a target is shown", "its words repeated, one pass each", TONE, ("target_tone",), see=repeat_target),
    Choice("together or apart", "tone alone", TONE, ("target_tone",)),
    Choice("together or apart", "tags alone", TAGS, ("hedge", "attribution")),
    Choice("together or apart", "tone beside tags (ours)", TONE, ("target_tone",), others=TAGS),
    Choice("together or apart", "tags beside tone (ours)", TAGS, ("hedge", "attribution"), others=TONE),
)


def run(choice: Choice, config: Config, corpora: Corpora, encoder: EncoderFiles) -> dict[str, float]:
    """Train one way and score its heads, 0..1.

    Args:
        corpora: all of them, with a selection slice to score on.
    """
    names = (*choice.corpora, *choice.others)
    config = replace(
        config,
        amounts=MappingProxyType({name: config.amounts[name] for name in names}),
        teachers=MappingProxyType({}),
        frozen_layers=config.frozen_layers if choice.frozen_layers is None else choice.frozen_layers,
    )
    network = make_network(config, encoder)
    choice.alter(network)
    network.to(network.device)  # with what was altered
    wordpieces = load_wordpieces(encoder.tokenizer)
    train = {name: tuple(map(choice.see, corpora.train[name])) for name in names}
    kept_out = tuple(map(choice.see, corpora.selection))
    with TemporaryDirectory() as folder:
        fit(network, wordpieces, train, (), config, checkpoint=Path(folder) / "run.pt")
    answers = predict(network, wordpieces, kept_out, max_pieces=config.max_pieces)
    return {head: figure(answers[head], exclusive=network.specs[head].exclusive) for head in choice.heads}


def table(rows: Iterable[tuple[Choice, Mapping[str, float]]]) -> str:
    """The figures as a Markdown table."""
    lines = ["| question | way | figures |", "|---|---|---|"]
    for choice, figures in rows:
        told = ", ".join(f"{head} {value:.3f}" for head, value in figures.items())
        lines.append(f"| {choice.question} | {choice.name} | {told} |")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 on success, 2 on unusable input."""
    parser = argparse.ArgumentParser(prog="python -m training.compare", description=__doc__)
    parser.add_argument("config", type=Path)
    add_data_option(parser)
    parser.add_argument("--amount", type=int, default=3000, help="samples of each corpus in an epoch")
    given = parser.parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s", force=True)
    try:
        make_repeatable()
        config = replace(
            in_small_batches(read_config(given.config)),
            epochs=EPOCHS,
            selection_share=KEPT_OUT,
            amounts=MappingProxyType(dict.fromkeys((*TONE, *TAGS), given.amount)),
        )
        corpora, encoder = read_corpora(data_folder(given.data), config), find_encoder()
        done: dict[tuple[object, ...], dict[str, float]] = {}
        rows: list[tuple[Choice, dict[str, float]]] = []
        for choice in CHOICES:
            key = (choice.corpora, choice.others, choice.alter, choice.see, choice.frozen_layers)
            if key not in done:
                done[key] = run(choice, config, corpora, encoder)
            rows.append((choice, done[key]))
            LOG.info("%s: %s: %s", choice.question, choice.name, done[key])
    except HedgerowError as error:
        LOG.error("%s", error)
        return 2
    sys.stdout.write(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
