"""Opening a folder: what is refused and how, what an index of other results is worth, and that nothing else is read."""

import duckdb
import pyarrow.parquet as pq
import pytest

from corpus import coverage, dropped, stories
from corpus.filters import EVERYTHING
from corpus.index import write_index
from corpus.schema import TABLES
from corpus.store import IndexState, open_corpus
from framing.errors import CorpusError
from samples.planned import plan
from samples.planted import record
from samples.records import SHARD, WRITTEN, headings, write_records
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
    assert table in WRITTEN
    assert set(TABLES[table]) <= set(headings(table))


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
    for name in WRITTEN:
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


def test_opening_holds_no_rows(folder):
    """Only spellings of names are kept in memory; everything else is a view over the shards."""
    corpus = open_corpus(folder)
    kept = corpus.stream("SELECT table_name, estimated_size FROM duckdb_tables() ORDER BY table_name")
    assert list(kept) == [("copies", 0), ("links", 0), ("names", 0), ("words", 0)]
