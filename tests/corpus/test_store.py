"""Opening a folder: what is refused and how, what an index of other results is worth, and that nothing else is read."""

import duckdb
import pyarrow.parquet as pq
import pytest

from batch.tables import SCHEMAS
from corpus import chosen, coverage, dropped, framing, index, store, stories
from corpus.filters import EVERYTHING, Filter
from corpus.index import write_index
from corpus.schema import TABLES
from corpus.store import IndexState, open_corpus
from corpus.tables import SCHEMAS as SCHEMAS_OF_INDEX
from framing.errors import CorpusError
from samples.planned import plan
from samples.planted import record
from samples.records import SHARD, write_records
from tests.builders import analysis


@pytest.fixture
def folder(tmp_path):
    write_records(
        [(0, analysis()), *((row, record(one)) for row, one in enumerate(plan()[:3], start=1))], tmp_path, input_="x"
    )
    return tmp_path


def test_any_record_can_be_written_and_opened(folder):
    corpus = open_corpus(folder)
    assert coverage.overview(corpus, EVERYTHING).articles.all == 4
    assert corpus.index is IndexState.MISSING
    assert stories.stories(corpus, EVERYTHING) == dropped.denials(corpus, EVERYTHING) == ()


@pytest.mark.parametrize("table", TABLES)
def test_what_is_asked_for_is_among_what_is_written(table):
    assert set(TABLES[table]) <= set(SCHEMAS[table].names)


@pytest.mark.parametrize("table", TABLES)
def test_a_folder_without_a_table_is_refused_by_its_name(folder, table):
    (folder / table / SHARD).unlink()
    with pytest.raises(CorpusError, match=f"no Parquet in {table}/"):
        open_corpus(folder)


def test_a_missing_column_is_named(folder):
    path = folder / "claims" / SHARD
    pq.write_table(pq.read_table(path).drop_columns(["hedged", "content"]), path)
    with pytest.raises(CorpusError, match="claims: lacks content, hedged; it is of another version"):
        open_corpus(folder)


def test_what_is_no_parquet_is_refused(folder):
    (folder / "claims" / "torn.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(CorpusError, match="claims"):
        open_corpus(folder)


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CorpusError, match="no such folder"):
        open_corpus(tmp_path / "nowhere")


def test_several_shards_are_one_table(folder):
    more = folder / "more"
    write_records([(9, record(plan()[9]))], more, input_="y")
    for name in SCHEMAS:
        (more / name / SHARD).rename(folder / name / "part-00001.parquet")
    assert coverage.overview(open_corpus(folder), EVERYTHING).articles.all == 5


def test_an_index_of_other_results_is_not_used(folder):
    write_index(folder)
    assert open_corpus(folder).index is IndexState.CURRENT
    write_records([(0, analysis())], folder, input_="x")
    assert open_corpus(folder).index is IndexState.STALE
    assert stories.stories(open_corpus(folder), EVERYTHING) == ()
    write_index(folder)
    assert open_corpus(folder).index is IndexState.CURRENT


def test_the_connection_reaches_no_other_file(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "a.csv"
    outside.write_text("a\n1\n")
    corpus = open_corpus(folder)
    with pytest.raises(CorpusError, match="Cannot access file"):
        corpus.ask(EVERYTHING, "SELECT * FROM read_csv($path)", {"path": str(outside)})
    with pytest.raises(duckdb.Error):
        corpus.connection.execute("SET enable_external_access = true")


def test_results_that_vanish_while_open_are_told(folder):
    corpus = open_corpus(folder)
    (folder / "article" / SHARD).unlink()
    with pytest.raises(CorpusError, match="open the folder again"):
        coverage.overview(corpus, EVERYTHING)


def test_what_is_damaged_while_open_is_told(folder):
    corpus = open_corpus(folder)
    shard = folder / "claims" / SHARD
    whole = bytearray(shard.read_bytes())
    whole[4 : len(whole) // 2] = bytes(len(whole) // 2 - 4)
    shard.write_bytes(whole)
    with pytest.raises(CorpusError, match="write the results anew"):
        framing.told(corpus, EVERYTHING, framing.Counting())


def test_want_of_memory_is_told_with_its_remedy(folder, monkeypatch):
    monkeypatch.setattr(store, "MEMORY", "8MB")
    corpus = open_corpus(folder)
    with pytest.raises(CorpusError, match="ask about fewer articles, or make room in"):
        list(corpus.stream("SELECT list(number) FROM range(10_000_000) AS numbers(number)"))


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (duckdb.IOException("Could not write all bytes: No space left on device"), "make room in"),
        (duckdb.IOException("No files found that match the pattern"), "open the folder again"),
        (duckdb.InternalException("INTERNAL Error: broken page"), "open the folder again"),
    ],
)
def test_each_error_has_its_remedy(tmp_path, error, remedy):
    with pytest.raises(CorpusError, match=remedy), store.telling(tmp_path):
        raise error


@pytest.mark.parametrize("torn", ["", "{", "[]", "{}"])
def test_a_torn_index_is_missing(folder, torn):
    write_index(folder)
    (folder / ".corpus" / "results.json").write_text(torn)
    assert open_corpus(folder).index is IndexState.MISSING


@pytest.mark.parametrize("name", SCHEMAS_OF_INDEX)
def test_a_damaged_table_of_the_index_is_named_with_its_remedy(folder, name):
    write_index(folder)
    (folder / ".corpus" / f"{name}.parquet").write_bytes(b"PAR1")
    with pytest.raises(CorpusError, match=f"{name}.parquet.*run 'python -m corpus "):
        open_corpus(folder)


def test_an_index_whose_writing_is_stopped_leaves_the_former_one(folder, monkeypatch):
    write_index(folder)

    def killed(name, rows, file):
        raise KeyboardInterrupt

    monkeypatch.setattr(index, "write_rows", killed)
    with pytest.raises(KeyboardInterrupt):
        write_index(folder)
    assert open_corpus(folder).index is IndexState.CURRENT


def test_what_is_kept_of_filters_is_bounded(folder, monkeypatch):
    corpus = open_corpus(folder)
    asked = [Filter(outlets=(name,)) for name in "abc"]
    first = corpus.chosen(asked[0])
    assert corpus.chosen(asked[0]) is first
    monkeypatch.setattr(chosen, "MOST", -1)
    corpus.chosen(asked[1])
    assert list(corpus.kept.tables) == [asked[1]]
    monkeypatch.setattr(chosen, "MOST", 2**30)
    corpus.chosen(asked[2])
    corpus.chosen(asked[1])
    assert list(corpus.kept.tables) == [asked[2], asked[1]]


def test_opening_holds_no_rows(folder):
    """Only spellings of names are kept in memory; everything else is a view over the shards."""
    corpus = open_corpus(folder)
    kept = corpus.stream("SELECT table_name, estimated_size FROM duckdb_tables() ORDER BY table_name")
    assert list(kept) == [("copies", 0), ("links", 0), ("names", 0), ("words", 0)]
