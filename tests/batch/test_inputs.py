"""Files, folders and patterns as rows; cells as articles."""

import csv
import datetime
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from batch.columns import mapping, named, source_id
from batch.inputs import accepted, find, read, survey
from batch.run import OF_FOLDERS
from framing.errors import InputError
from tests.batch.corpora import keys, run, table

OUT = Path("out")
ROWS = [
    {"id": "a", "text": "Lakeland spoke,\r\nof \"the\" dam.", "title": "One", "source": "Gazette", "published": "2024-03-01"},
    {"id": "b", "text": "Tasmar denied it. 🙂", "title": "", "source": "Herald", "published": ""},
    {"id": "a", "text": "Lakeland spoke,\r\nof \"the\" dam.", "title": "One", "source": "Herald", "published": "2024-03-02"},
]  # fmt: skip


def write_jsonl(path: Path, rows) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def write_csv(path: Path, rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def write_parquet(path: Path, rows) -> None:
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=2)


WRITERS = {".jsonl": write_jsonl, ".csv": write_csv, ".parquet": write_parquet}


def found_rows(source: Path | str, start: int = 0, **columns: str):
    files = survey(find(str(source), out=OUT), columns=columns).files
    return [(row.input, row.row, row.content) for row in read(files, start, columns)]


@pytest.mark.parametrize("suffix", WRITERS)
def test_one_corpus_in_any_form_gives_the_same_records(suffix, tmp_path):
    path = tmp_path / f"in{suffix}"
    WRITERS[suffix](path, ROWS)
    run(path, tmp_path / "out", block=2)
    assert keys(tmp_path / "out") == [(path.name, 1), (path.name, 2), (path.name, 3)]
    articles = table(tmp_path / "out", "article").to_pylist()
    assert [(row["source_id"], row["source"]) for row in articles] == [
        ("a", "Gazette"),
        ("b", "Herald"),
        ("a", "Herald"),
    ]
    assert [row["title"] for row in articles] == [row["text"] for row in ROWS]  # the engine of these tests says so


@pytest.mark.parametrize("suffix", WRITERS)
def test_rows_from_anywhere_are_the_end_of_all_rows(suffix, tmp_path):
    for name in ("b", "a"):
        WRITERS[suffix](tmp_path / f"{name}{suffix}", [{"id": f"{name}{n}", "text": "x\ny"} for n in range(7)])
    rows = found_rows(tmp_path)
    assert [(input_, row) for input_, row, _ in rows] == [(f"{n}{suffix}", row) for n in "ab" for row in range(1, 8)]
    for start in range(16):
        assert found_rows(tmp_path, start) == rows[start:], start


@pytest.mark.parametrize("suffix", WRITERS)
def test_columns_may_have_other_names(suffix, tmp_path):
    path = tmp_path / f"in{suffix}"
    WRITERS[suffix](path, [{"key": "k", "body": "Lakeland spoke.", "outlet": "Gazette", "text": "no"}])
    run(path, tmp_path / "out", columns={"text": "body", "id": "key", "source": "outlet"})
    [article] = table(tmp_path / "out", "article").to_pylist()
    assert (article["title"], article["source_id"], article["source"]) == ("Lakeland spoke.", "k", "Gazette")


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_missing_column_is_named_with_those_there_are(suffix, tmp_path):
    path = tmp_path / f"in{suffix}"
    WRITERS[suffix](path, [{"body": "x"}])
    with pytest.raises(InputError, match=r"no column 'text'; it has 'body': .* --column text=NAME"):
        run(path, tmp_path / "out")
    with pytest.raises(InputError, match="no column 'when'"):
        run(path, tmp_path / "out", columns={"text": "body", "published": "when"})
    assert not (tmp_path / "out").exists()


def test_a_row_that_holds_no_article_fails_alone(tmp_path):
    lines = [b'{"id": 1, "text": "x"}', b"", b'{"id": 2}', b"\xff", b'{"id": [1], "text": "x"}', b'{"text": "y"}']
    (tmp_path / "in.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    run(tmp_path / "in.jsonl", tmp_path / "out")
    assert keys(tmp_path / "out") == [("in.jsonl", 1), ("in.jsonl", 6)]
    failures = table(tmp_path / "out", "failures").to_pylist()
    assert [(row["row"], row["source_id"], row["stage"]) for row in failures] == [
        (2, None, "row"), (3, "2", "row"), (4, None, "row"), (5, None, "row"),
    ]  # fmt: skip
    assert "'text' is None" in failures[1]["message"]


def test_bytes_that_are_no_characters_fail_their_row_of_a_csv(tmp_path):
    (tmp_path / "in.csv").write_bytes(b"id,text\n1,good\n2,b\xe4d\n3\n4,good,more\n")
    run(tmp_path / "in.csv", tmp_path / "out")
    assert [row for _, row in keys(tmp_path / "out")] == [1, 4]
    messages = {row["row"]: row["message"] for row in table(tmp_path / "out", "failures").to_pylist()}
    assert "'text' holds bytes that are not UTF-8" in messages[2]
    assert "'text' is None" in messages[3]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_a_large_file(tmp_path, monkeypatch):
    monkeypatch.setattr("batch.tabular.MOST_CHARACTERS", 1000)
    (tmp_path / "in.csv").write_text('id,text\n1,"never closed\n' + "2,text\n" * 1000)
    with pytest.raises(InputError, match="is a quotation mark not closed"):
        run(tmp_path / "in.csv", tmp_path / "out")


def test_what_is_no_parquet_is_refused(tmp_path):
    (tmp_path / "in.parquet").write_text("PAR")
    with pytest.raises(InputError, match=r"in\.parquet is no Parquet file"):
        run(tmp_path / "in.parquet", tmp_path / "out")


def test_a_folder_of_documents_is_an_article_each(tmp_path):
    folder = tmp_path / "texts"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024/b.txt").write_text("Lakeland spoke of the dam.", encoding="utf-8")
    (folder / "a.html").write_text("<title>T</title><p>Tasmar denied that the dam had failed.", encoding="utf-8")
    (folder / ".hidden.txt").write_text("x")
    (folder / "broken.pdf").write_bytes(b"no PDF")
    (folder / "table.ods").touch()
    found = find(str(folder), out=OUT)
    assert [path.name for path in found.paths] == ["b.txt", "a.html", "broken.pdf"]
    assert found.left_out == ((".ods", 1),)
    counts = run(folder, tmp_path / "out")
    assert (counts.read, counts.failed) == (2, 1)
    assert keys(tmp_path / "out") == [("2024/b.txt", 1), ("a.html", 1)]
    [failure] = table(tmp_path / "out", "failures").to_pylist()
    assert (failure["input"], failure["row"], failure["stage"]) == ("broken.pdf", 1, "document")


def test_a_pattern_counts_from_its_last_folder_without_a_wildcard(tmp_path):
    for name in ("2023/a.txt", "2024/b.txt", "2024/deep/c.txt"):
        (tmp_path / "press" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "press" / name).write_text(name)
    assert [row[:2] for row in found_rows(tmp_path / "press/*/*.txt")] == [("2023/a.txt", 1), ("2024/b.txt", 1)]
    assert [row[0] for row in found_rows(tmp_path / "press/2024/**/*.txt")] == ["b.txt", "deep/c.txt"]


def test_results_are_never_input(tmp_path):
    write_jsonl(tmp_path / "in.jsonl", ROWS)
    run(tmp_path, tmp_path / "out", limit=1)
    assert run(tmp_path, tmp_path / "out").kept == 1
    assert [row for _, row in keys(tmp_path / "out")] == [1, 2, 3]


@pytest.mark.parametrize(("name", "message"), [("none.csv", "does not exist"), ("*.csv", "no file is there"), ("*.ods", "no file of a kind"), (".", "no file of a kind")])  # fmt: skip
def test_an_input_without_articles_is_refused(name, message, tmp_path):
    (tmp_path / "notes.ods").touch()
    with pytest.raises(InputError, match=message):
        find(str(tmp_path / name), out=OUT)


def test_whatever_is_read_but_lines_is_read_into_a_folder_only():
    assert set(accepted()) - OF_FOLDERS == {".jsonl"}
    assert set(accepted()) >= OF_FOLDERS


def test_a_table_that_does_not_begin_in_utf_8_is_named(tmp_path):
    (tmp_path / "scan.csv").write_bytes(b"\xfa\xcdI,\x1b\n1,2\n")
    with pytest.raises(InputError, match=r"scan\.csv does not begin with names of columns in UTF-8"):
        survey(find(str(tmp_path), out=OUT), columns={})


def test_every_change_of_the_input_changes_its_digest(tmp_path):
    def digest() -> str:
        return survey(find(str(tmp_path), out=OUT), columns={}).sha256

    seen = []
    for name, text in (("a.txt", "x"), ("a.txt", "y"), ("b.txt", ""), ("b.txt", "x")):
        (tmp_path / name).write_text(text)
        seen.append(digest())
    (tmp_path / "b.txt").rename(tmp_path / "c.txt")
    seen.append(digest())
    assert len(set(seen)) == 5
    (tmp_path / "c.txt").rename(tmp_path / "b.txt")
    assert digest() == seen[3]


def test_cells_of_typed_files():
    cells = {"text": "x", "published": datetime.date(2024, 3, 1), "title": None, "url": ""}
    row = named(cells, {})
    assert (row.source_id, row.details["published"], row.details["title"], row.details["url"]) == (
        None, "2024-03-01", None, None,
    )  # fmt: skip
    when = datetime.datetime(2024, 3, 1, 12, tzinfo=datetime.UTC)
    assert named({"text": "x", "published": when}, {}).details["published"] == "2024-03-01T12:00:00+00:00"
    with pytest.raises(InputError, match="'title' is 3"):
        named({"text": "x", "title": 3}, {})


@pytest.mark.parametrize(("value", "expected"), [(float("nan"), None), (7, 7), (0.5, 0.5), (True, True), (None, None)])
def test_an_id_keeps_its_type(value, expected):
    assert source_id({"id": value}, {}) is expected or source_id({"id": value}, {}) == expected


@pytest.mark.parametrize("value", [float("inf"), [1], b"x"])
def test_an_id_that_json_cannot_hold_is_refused(value):
    with pytest.raises(InputError, match="'id' is"):
        source_id({"id": value}, {})


def test_options_name_columns():
    assert mapping(["text=body", "published=a=b"]) == {"text": "body", "published": "a=b"}
