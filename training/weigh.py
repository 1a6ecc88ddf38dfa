"""`python -m training.weigh CONFIG --data FOLDER`: how much a network should learn from its teachers.

The whole run of a configuration with labels alone and with rising shares of teachers, each scored on the selection
slice: documents of train that taught nothing. No report-only split is read. The table goes into the model card.
"""

import argparse
import logging
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from framing.errors import HedgerowError
from models.calibration import Calibration
from models.encoder import EncoderFiles, find_encoder
from models.encoding import WordPieces, load_wordpieces
from models.network import Network
from training.calibrate import scaled
from training.config import Config, read_config
from training.corpora import Corpora, read_corpora
from training.data import add_data_option, data_folder
from training.device import make_repeatable
from training.fit import fit
from training.fresh import make_network
from training.predict import figure, predict
from training.teach import School
from training.train import taken

LOG = logging.getLogger(__name__)
SHARES = (0.0, 0.5, 0.75)  # of teachers in what is learned

Scores = tuple[float, float]  # macro-F1 or the mean F1 of labels, and log loss


def weigh(config: Config, corpora: Corpora, encoder: EncoderFiles) -> Iterator[tuple[float, dict[str, Scores]]]:
    """The whole run with labels alone, and with rising shares of teachers, each scored on the selection slice."""
    wordpieces = load_wordpieces(encoder.tokenizer)
    with TemporaryDirectory() as folder:
        taught = School(corpora, config, encoder, Path(folder)).taught()
        for share in SHARES:
            network, own = make_network(config, encoder), replace(config, trust=share)
            learned = taught if share else None
            fit(network, wordpieces, corpora.train, (), own, checkpoint=Path(folder) / f"{share}.pt", taught=learned)
            yield share, scores(network, wordpieces, corpora, config)


def scores(network: Network, wordpieces: WordPieces, corpora: Corpora, config: Config) -> dict[str, Scores]:
    """Of each head on the selection slice: its figure, and the log loss of its calibrated answers, in nats.

    The loss is a question's, or a word's over all labels. It uses every answer, so that it tells more than F1 does
    on so few documents.
    """
    near = predict(network, wordpieces, corpora.near, max_pieces=config.max_pieces)
    found: dict[str, Scores] = {}
    for name, answers in predict(network, wordpieces, corpora.selection, max_pieces=config.max_pieces).items():
        spec = network.specs[name]
        probabilities = Calibration(scaled(spec, near.get(name)))(answers.logits).clamp(1e-6, 1 - 1e-6)
        each = answers.wanted * probabilities.log()
        if not spec.exclusive:
            each += (1 - answers.wanted) * (1 - probabilities).log()
        found[name] = figure(answers, exclusive=spec.exclusive), -float(each.sum(dim=1).mean())
    return found


def table(rows: Iterable[tuple[float, Mapping[str, Scores]]]) -> str:
    """Per head, figure and log loss at each share of teachers, as a Markdown table."""
    columns = dict(rows)
    heads = next(iter(columns.values()))
    names = ["labels alone" if share == 0 else f"teachers' share {share:g}" for share in columns]
    lines = [f"| head | {' | '.join(names)} |", "|---|" + "---|" * len(names)]
    for head in heads:
        told = (f"{one[head][0]:.3f}, {one[head][1]:.4f}" for one in columns.values())
        lines.append(f"| {head} | {' | '.join(told)} |")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 on success, 2 on unusable input."""
    parser = argparse.ArgumentParser(prog="python -m training.weigh", description=__doc__)
    parser.add_argument("config", type=Path)
    add_data_option(parser)
    given = parser.parse_args(arguments)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s", force=True)
    try:
        make_repeatable()
        config = read_config(given.config)
        corpora = taken(read_corpora(data_folder(given.data), config), config)
        sys.stdout.write(table(weigh(config, corpora, find_encoder())))
    except HedgerowError as error:
        LOG.error("%s", error)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
