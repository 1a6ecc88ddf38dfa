"""What the gate measures: every head and every stage that has gold, each figure with the digest of its data."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import attribution, blocks, ledger, links, pairs, planted, tokens
from benchmarks.floors import FloorError, Row
from benchmarks.gold import BLIND, DEVELOPMENT
from corpus.links import Judge
from framing.document import from_text
from framing.pipeline import analyse
from framing.ports import Meaning, Parser
from framing.types import Analysis
from models.digest import tree_sha256
from models.reader import NetworkReader
from samples.make_corpus import articles_jsonl
from samples.planned import plan
from training.corpora import Corpora
from training.data import missing
from training.evaluate import ALL_SPLITS, Measured, measure
from training.examples import ClaimPair, Example

LEDGER, PAIRS, CORPUS, SPEED = "ledger", "pairs", "corpus", "speed"
OWN = frozenset({LEDGER, PAIRS, CORPUS, SPEED})  # the capabilities that need no data from outside the project
GOLD = {"development": DEVELOPMENT, "blind": BLIND}
PAIRED = {"development": pairs.DEVELOPMENT, "blind": pairs.BLIND}

# The files, below the data folder, that each report split is read or cut from.
SPLITS: Mapping[str, tuple[str, ...]] = {
    "newsmtsc_rw": ("newsmtsc/devtest_rw.jsonl",),
    "newsmtsc_mt": ("newsmtsc/devtest_mt.jsonl",),
    "dse_valid": ("dse/valid.txt",),
    "plover_report": ("plover/*.tsv",),
    "szeged_report": ("szeged_uncertainty/wiki.xml", "wikiweasel/*.jsonl"),
    "polnear_dev": ("polnear/dev/*/*",),
    "factuality_uw_dev": ("factuality/UW/dev.jsonl",),
    "factuality_uds_test": ("factuality/UDS_IH2/test.jsonl",),
    "claimdiff_report": ("claimdiff/*.json",),
    "emergent_report": ("emergent/*.csv",),
    "perspectrum_test": ("perspectrum/*.json",),
    "nli_report": ("nli/snli/*.csv", "nli/mnli/*.tsv", "nli/joci/*.csv"),
    "contests_report": ("polnear/train/text/*.txt",),  # the articles of the project are digested as samples
}
# How many verdicts are sure, and how right those are, follows from a threshold that is chosen: more of the one is
# less of the other, so neither has a floor. Both stand in the model card.
CHOSEN = frozenset({"sure", "accuracy when sure"})


@dataclass(frozen=True, slots=True)
class Engine:
    """The product as it is shipped."""

    parser: Parser
    reader: NetworkReader

    def read(self, text: str) -> Analysis:
        return analyse(from_text(text), parser=self.parser, reader=self.reader)


def ledger_rows(read: Callable[[str], Analysis]) -> Iterator[Row]:
    """Claims, contests, hedges, silences and actors on the gold of the project itself."""
    for part, folder in GOLD.items():
        sha256 = tree_sha256(folder, folder.glob("*.toml"))
        score = ledger.measure(read, folder)
        yield from (Row(LEDGER, part, name, score.figure(name), sha256) for name in ledger.MEASURES)


def pair_rows(read: Callable[[str], Analysis], meaning: Meaning | None) -> Iterator[Row]:
    """Which differences between two articles are reported, on the pairs of the project itself."""
    for part, folder in PAIRED.items():
        sha256 = tree_sha256(folder, folder.glob("*.toml"))
        score = pairs.measure(read, meaning, folder)
        yield from (Row(PAIRS, part, name, score.figure(name), sha256) for name in pairs.MEASURES)


def corpus_rows(read: Callable[[str], Analysis], judge: Judge) -> Iterator[Row]:
    """What the tables of a corpus still hold of what the project planted in its articles."""
    articles = plan()
    sha256 = hashlib.sha256(articles_jsonl(articles).encode()).hexdigest()
    measured = planted.measure(read, judge, articles)
    yield from (Row(CORPUS, "planted", name, measured[name], sha256) for name in planted.MEASURES)


def link_rows(data: Path, meaning: Meaning) -> Iterator[Row]:
    """Which claims in other words are taken for one, and which on the same event are not."""
    recall = links.linked(links.headlines_for(data), meaning)
    yield Row("links", "emergent", "recall", recall, files_sha256(data, (links.EMERGENT,)))
    apart = 1 - links.linked(links.unrelated(data), meaning)
    yield Row("links", "claimdiff", "kept apart", apart, files_sha256(data, links.CLAIMDIFF))


def block_rows(data: Path) -> Iterator[Row]:
    """Which text of a page is read, from HTML and from what its visitor copies."""
    measured = blocks.measure(data)
    sha256 = files_sha256(data, ("web_pages/readability/*/source.html", "web_pages/readability/*/expected.html"))
    for name in ("from_html", "from_text"):
        *_, f1 = measured.mean(blocks.READERS[name])
        yield Row("blocks", "readability", f"{name} F1", f1, sha256)
    pages = tokens.measure(data)
    for name in ("from_html", "from_text", "from_text pieces"):
        yield Row("blocks", "readability in English", f"{name} token F1", tokens.mean(pages, name), sha256)
    ahead = tokens.mean(pages, "from_html") - tokens.mean(pages, "trafilatura")
    yield Row("blocks", "readability in English", "from_html ahead of trafilatura", ahead, sha256)


def attribution_rows(data: Path, engine: Engine) -> Iterator[Row]:
    """Whole articles of PolNeAR read by the whole pipeline."""
    tally = attribution.measure(data, engine.parser, engine.reader)
    sha256 = files_sha256(data, SPLITS["polnear_dev"])
    for name, value in (("precision", tally.precision), ("holder", tally.holder), ("recall", tally.recall)):
        yield Row("pipeline", "polnear_dev", name, value, sha256)


def head_rows(data: Path, corpora: Corpora, reader: NetworkReader) -> Iterator[Row]:
    """Every head on every report split."""
    splits: dict[str, Sequence[Example] | Sequence[ClaimPair]] = {**dict(corpora.reports), **dict(corpora.pair_reports)}
    digests = {name: split_sha256(data, name, samples) for name, samples in splits.items()}
    digests[ALL_SPLITS] = hashlib.sha256("".join(digests.values()).encode()).hexdigest()
    for one in measure(reader, reader.cards, corpora.reports, corpora.pair_reports):
        yield from rows_of(one, digests[one.split])


def rows_of(measured: Measured, sha256: str) -> Iterator[Row]:
    """The figures of one head on one split that have floors."""
    for metric, value in measured.figures.items():
        if metric not in CHOSEN:
            yield Row(measured.head, measured.split, metric, value, sha256)


def split_sha256(data: Path, name: str, samples: Iterable[Example | ClaimPair]) -> str:
    """Digest of a split: its files, and the texts that were taken from them, so that another cut is other data.

    Raises:
        FloorError: the split or its files are unknown.
    """
    if name not in SPLITS:
        raise FloorError(f"report split {name!r}: name its files in benchmarks/rows.py")
    digest = hashlib.sha256(files_sha256(data, SPLITS[name]).encode())
    for sample in samples:
        texts = (sample.text,) if isinstance(sample, Example) else (sample.first, sample.second)
        digest.update("".join(f"{text}\0" for text in texts).encode())
    return digest.hexdigest()


def files_sha256(data: Path, patterns: Sequence[str]) -> str:
    """Digest of names and contents of the files below `data` that the patterns name.

    Raises:
        TrainingError: a pattern names no file.
    """
    files: list[Path] = []
    for pattern in patterns:
        found = [path for path in data.glob(pattern) if path.is_file()]
        if not found:
            raise missing(data / pattern)
        files.extend(found)
    return tree_sha256(data, files)
