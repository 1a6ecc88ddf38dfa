"""`run`: one line out per line in, whatever happens in between."""

import json
from pathlib import Path

import pytest

from batch.cli import main
from batch.resume import state_path
from framing.codec import from_json
from framing.writing import part_of
from tests.batch.engines import parts, record

LINES = [
    b'{"id": 1, "text": "Lakeland spoke of the dam."}',
    b'{"id": 1, "text": "Lakeland spoke of the dam."}',
    b"",
    '{"id": "é", "text": "Tasmar denied it. 🙂", "title": "T"}'.encode(),
    b"not JSON \xff",
    b'{"id": 2.0, "text": "Guten Tag."}',
    b'{"id": null, "text": ""}',
    rb'{"id": true, "text": "The work\r\nmay take years."}',
]


class Corpus:
    """An input, an output and the command between them."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "in.jsonl"
        self.out = folder / "out.jsonl"
        self.source.write_bytes(b"\n".join(LINES))

    def run(self, *more: str, **engine: object) -> int:
        return main(["run", str(self.source), "--out", str(self.out), *more], parts=parts(**engine))

    def read(self) -> list[dict]:
        return self.lines(self.out)

    def begun(self) -> list[dict]:
        """What a stopped run has read."""
        assert not self.out.exists()
        return self.lines(part_of(self.out))

    @staticmethod
    def lines(path: Path) -> list[dict]:
        return [json.loads(line) for line in path.read_bytes().decode().split("\n")[:-1]]


@pytest.fixture
def corpus(tmp_path) -> Corpus:
    return Corpus(tmp_path)


def ids(rows: list[dict]) -> list[object]:
    return [row["failure"]["source_id"] if "failure" in row else row["article"]["source_id"] for row in rows]


def test_every_line_has_its_line(corpus, capfd):
    assert corpus.run() == 0
    rows = corpus.read()
    assert json.dumps(ids(rows)) == json.dumps([1, 1, None, "é", None, 2.0, None, True])
    assert ["failure" in row for row in rows] == [False, False, True, False, True, True, True, False]
    assert [row["failure"]["line"] for row in rows if "failure" in row] == [3, 5, 6, 7]
    assert [row["failure"]["stage"] for row in rows if "failure" in row] == [
        "line",
        "line",
        "document",
        "document",
    ]
    assert {row["schema"] for row in rows} == {"hedgerow/1"}
    assert rows[0] == rows[1]
    assert rows[7]["article"]["text"] == "The work\r\nmay take years."
    assert rows[3]["article"]["title"] == "T"
    printed = capfd.readouterr()
    assert printed.out == ""
    assert '4 articles, 4 failures written; 0 lines stood already; its lines with "failure" in' in printed.err


def test_an_article_line_is_its_record(corpus):
    corpus.source.write_bytes(LINES[0] + b"\n")
    corpus.run()
    [line] = corpus.out.read_text(encoding="utf-8").splitlines()
    assert from_json(line).article.text == "Lakeland spoke of the dam."


def test_an_empty_input_gives_an_empty_output_and_is_told(corpus, capfd):
    corpus.source.write_bytes(b"")
    assert corpus.run() == 0
    assert corpus.out.read_bytes() == b""
    assert capfd.readouterr().err == f"{corpus.source} holds no article; {corpus.out} is written and has none either\n"


# Resuming


@pytest.mark.slow
@pytest.mark.parametrize("place", [part_of, Path], ids=["part", "out"])
def test_a_run_cut_at_any_byte_is_resumed_to_the_same_bytes(corpus, place):
    corpus.source.write_bytes(b"\n".join(LINES[2:4]))
    corpus.run()
    whole = corpus.out.read_bytes()
    for cut in range(len(whole) + 1):
        corpus.out.unlink()
        place(corpus.out).write_bytes(whole[:cut])
        assert corpus.run() == 0
        assert corpus.out.read_bytes() == whole, cut


def test_kept_lines_are_not_read_again(corpus):
    corpus.run()
    whole = corpus.out.read_bytes()
    corpus.out.write_bytes(b"".join(whole.splitlines(keepends=True)[:6]) + b'{"torn')
    read = []
    corpus.run(read=lambda document, id_: read.append(id_) or record(document, id_))
    assert read == [True]
    assert corpus.out.read_bytes() == whole


def test_a_run_killed_before_its_first_line_is_resumed(corpus):
    corpus.run()
    whole = corpus.out.read_bytes()
    corpus.out.unlink()
    assert corpus.run() == 0
    assert corpus.out.read_bytes() == whole


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_a_run_stopped_from_outside_is_resumed(corpus, interruption, capfd):
    corpus.run()
    whole = corpus.out.read_bytes()
    corpus.out.unlink()

    def stop(document, source_id):
        if source_id == "é":
            raise interruption
        return record(document, source_id)

    assert corpus.run(read=stop) == (130 if interruption is KeyboardInterrupt else 2)
    assert len(corpus.begun()) == 3
    assert "Traceback" not in capfd.readouterr().err
    assert corpus.run() == 0
    assert corpus.out.read_bytes() == whole


def test_lines_under_both_names_are_told(corpus, capfd):
    corpus.run()
    part_of(corpus.out).write_bytes(b"")
    assert corpus.run() == 2
    assert "out.jsonl.part both exist" in capfd.readouterr().err


def test_a_finished_run_writes_nothing_more(corpus):
    corpus.run()
    before = corpus.out.read_bytes()
    assert corpus.run() == 0
    assert corpus.out.read_bytes() == before


@pytest.mark.parametrize(
    "changed",
    [
        b"\n".join([LINES[1].replace(b"dam", b"sea"), *LINES[1:]]),  # in a line that was read
        b"\n".join([*LINES[:-1], LINES[0]]),  # in a line that was not
        b"\n".join(LINES[1:]),
        b"\n".join(LINES[:2]),
        b"",
        b"\n".join(LINES) + b" ",  # the last line goes on
        b"\n".join(LINES) + b'x\n{"id": 9}\n',
    ],
)
def test_a_changed_input_is_refused(corpus, changed, capfd):
    corpus.run()
    kept = b"".join(corpus.out.read_bytes().splitlines(keepends=True)[:3])
    corpus.out.write_bytes(kept)
    corpus.source.write_bytes(changed)
    assert corpus.run() == 2
    assert "in.jsonl is not what" in capfd.readouterr().err
    assert corpus.out.read_bytes() == kept


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_lines_may_be_added_to_the_end_of_the_input(corpus, end):
    corpus.source.write_bytes(b"\n".join(LINES) + end)
    corpus.run()
    first = corpus.out.read_bytes()
    corpus.source.write_bytes(b"\n".join([*LINES, b'{"id": 9, "text": "More."}']))
    assert corpus.run() == 0
    assert corpus.out.read_bytes().startswith(first)
    assert ids(corpus.read())[len(LINES) :] == [9]
    corpus.source.write_bytes(b"\n".join([*LINES, b'{"id": 8, "text": "More."}']))
    assert corpus.run() == 2


def test_another_engine_is_refused(corpus, capfd):
    corpus.run()
    before = corpus.out.read_bytes()
    assert corpus.run(bundle="other") == 2
    assert "bundle was tiny, is other" in capfd.readouterr().err
    assert corpus.run("--any-language") == 2
    message = capfd.readouterr().err
    assert "settings.any_language was False, is True" in message
    assert "remove" in message
    assert corpus.out.read_bytes() == before


def test_an_output_of_something_else_is_left_alone(corpus, capfd):
    corpus.out.write_bytes(b"my notes")
    assert corpus.run() == 2
    assert "cannot be resumed; remove it or name another --out" in capfd.readouterr().err
    assert corpus.out.read_bytes() == b"my notes"


@pytest.mark.parametrize("state", [b"", b"{", b"[]", b'{"input_bytes": "1"}', b"\xff"])
def test_a_damaged_state_is_refused(corpus, state, capfd):
    corpus.run()
    state_path(corpus.out).write_bytes(state)
    assert corpus.run() == 2
    assert "out.jsonl.state is not the state of a run" in capfd.readouterr().err


# What stops a run


def test_a_broken_engine_is_not_the_fault_of_an_article(corpus, capfd):
    corpus.source.write_bytes(LINES[0] + b'\n{"id": 2, "text": "broken weights"}\n' + LINES[3])
    assert corpus.run() == 2
    assert "heads.npz: altered" in capfd.readouterr().err
    assert ids(corpus.begun()) == [1]


def test_an_input_that_shrinks_while_it_is_read_stops_the_run(corpus, capfd):
    def shrink(document, source_id):
        corpus.source.write_bytes(b"")
        return record(document, source_id)

    big = b"\n".join([LINES[0]] * 5000)  # more than is read ahead
    corpus.source.write_bytes(big)
    assert corpus.run(read=shrink) == 2
    assert "became shorter" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("source", "out", "message"),
    [
        ("missing.jsonl", "out.jsonl", "missing.jsonl does not exist"),
        (".", "out.jsonl", "is a folder; name a file of JSON lines"),
        ("in.jsonl", "out.csv", "out.csv ends in .csv; results are a file that ends in .jsonl, or a folder"),
        ("missing.jsonl", "out", "missing.jsonl does not exist"),
        ("in.jsonl", ".", "is no folder of a run and is not empty"),
        ("in.jsonl", "in.jsonl", "is the input itself"),
        ("in.jsonl", "no/out.jsonl", "is no folder; make it first"),
    ],
)
def test_unusable_paths_are_refused_before_anything_is_loaded(corpus, source, out, message, monkeypatch, capfd):
    monkeypatch.chdir(corpus.source.parent)
    loaded = []
    code = main(["run", source, "--out", out], parts=parts(on_load=lambda: loaded.append(1)))
    assert (code, loaded) == (2, [])
    printed = capfd.readouterr()
    assert message in printed.err
    assert printed.out == ""


def test_progress_is_told_in_plain_lines_where_there_is_no_terminal(corpus, capfd):
    corpus.source.write_bytes(b"\n".join([LINES[0]] * 250))
    corpus.run()
    assert capfd.readouterr().err.splitlines()[:2] == ["100 of 250 lines", "200 of 250 lines"]
