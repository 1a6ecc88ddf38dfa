"""Every question to a corpus with what it answers, for whoever asks them all."""

from corpus.coverage import Coverage, Named, Overview, articles, coverage, outlets, overview, sides, undated
from corpus.dropped import Denial, Fate, denials, denials_by_outlet, fate_places
from corpus.filters import EVERYTHING, Filter
from corpus.framing import COMMITMENT, DISPUTE, Counting, Framed, told, told_places, tone_places, tones
from corpus.stances import Arrow, arrow_places, network
from corpus.store import Corpus, IndexState, open_corpus
from corpus.tables import version
from corpus.texts import record_of, text_of
from corpus.types import Article, Counted, Key, Page, Place, Share, Window


def index_of(corpus: Corpus) -> IndexState:
    return corpus.index


__all__ = [
    "COMMITMENT",
    "DISPUTE",
    "EVERYTHING",
    "Arrow",
    "Article",
    "Corpus",
    "Counted",
    "Counting",
    "Coverage",
    "Denial",
    "Fate",
    "Filter",
    "Framed",
    "IndexState",
    "Key",
    "Named",
    "Overview",
    "Page",
    "Place",
    "Share",
    "Window",
    "arrow_places",
    "articles",
    "coverage",
    "denials",
    "denials_by_outlet",
    "fate_places",
    "index_of",
    "network",
    "open_corpus",
    "outlets",
    "overview",
    "record_of",
    "sides",
    "text_of",
    "told",
    "told_places",
    "tone_places",
    "tones",
    "undated",
    "version",
]
