"""Windows line ends, lone carriage returns, byte-order marks and other separators: the same marks, where they stand."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from framing import lexicon
from framing.errors import LexiconError
from framing.laws import check
from framing.types import Analysis
from tests.batch.corpora import run, table
from tests.faults.children import ROOT
from tests.framing.engine import read, read_networked

LEAD = "Norland warned on Monday that Suria might close the strait."
DENIAL = "Suria rejected the claim, which two officials who asked not to be named had repeated."
SILENCE = '"We never said that," the minister, Ana Ruiz, said. Her office declined to comment on the report.'
PARAGRAPHS = (LEAD, DENIAL, SILENCE)
PLACES = {"start", "end", "paragraph"}
JOINTS = {
    "windows": "\r\n\r\n",
    "old mac": "\r\r",
    "mixed": "\r\n\n",
    "next line": "\x85\x85",
    "paragraph separator": "\u2029",
}


def told(analysis: Analysis) -> list[object]:
    """The marks without their offsets: every span as the words that it quotes.

    A byte-order mark is a paragraph of its own and a NUL belongs to its sentence, so neither of these is compared.
    """
    text = analysis.article.text

    def plain(value: object) -> object:
        if isinstance(value, dict):
            if {"start", "end"} <= value.keys():
                words = text[value["start"] : value["end"]].splitlines()
                return [" ".join(words), *(plain(part) for key, part in value.items() if key not in PLACES)]
            return {key: plain(part) for key, part in value.items() if key != "paragraph"}
        return [plain(part) for part in value] if isinstance(value, list | tuple) else value

    record = asdict(analysis)
    return [plain(record[name]) for name in record if name not in {"article", "provenance", "paragraphs", "sentences"}]


@pytest.mark.parametrize("reader", [read, read_networked], ids=["rules", "network"])
@pytest.mark.parametrize("joint", JOINTS.values(), ids=JOINTS)
def test_paragraphs_may_end_in_any_way(joint, reader):
    text = joint.join(PARAGRAPHS)
    analysis = reader(text)
    check(analysis)
    assert analysis.article.text == text
    assert analysis.contests
    assert analysis.silences
    assert told(analysis) == told(reader("\n\n".join(PARAGRAPHS)))


@pytest.mark.parametrize("before", ["\ufeff", "\r\n", "\ufeff\r\n\r\n"], ids=ascii)
@pytest.mark.parametrize("after", ["\r\n", "\r", "\x00\r\n", "\u2028"], ids=ascii)
def test_what_stands_around_the_text_changes_nothing_in_it(before, after):
    text = before + "\r\n\r\n".join(PARAGRAPHS) + after
    analysis = read(text)
    assert analysis.article.text == text
    assert told(analysis) == told(read("\n\n".join(PARAGRAPHS)))


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85"], ids=ascii)
def test_a_line_ends_alike_whatever_ends_it(end):
    text = f"{LEAD}\n{DENIAL}\n\n{SILENCE.replace('the minister', chr(10) + 'the minister')}"
    assert told(read(text.replace("\n", end))) == told(read(text))


# Files that hold many articles

ROWS = [{"id": n, "text": f"{LEAD}\r\n\r\n{DENIAL}\u2028\x00{n}", "title": "a\u2028b"} for n in range(4)]


def lines(end: str) -> bytes:
    return end.join(json.dumps(row, ensure_ascii=False) for row in ROWS).encode()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_json_lines_of_windows_are_the_same_articles(mark, tmp_path):
    for name, content in {"unix": lines("\n"), "windows": mark + lines("\r\n")}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "in.jsonl").write_bytes(content)
        run(tmp_path / name, tmp_path / f"{name} out")
    assert table(tmp_path / "windows out", "failures").num_rows == 0
    for name in ("article", "records", "texts"):
        assert table(tmp_path / "windows out", name) == table(tmp_path / "unix out", name)
    assert table(tmp_path / "unix out", "texts").num_rows == len(ROWS)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=ascii)
def test_rows_of_a_csv_may_end_in_any_way(end, tmp_path):
    cells = [("id", "text"), *((str(n), f'"{LEAD}\r\n\r\n{DENIAL}"') for n in range(3))]
    (tmp_path / "in.csv").write_bytes(("\ufeff" + end.join(",".join(row) for row in cells) + end).encode())
    run(tmp_path / "in.csv", tmp_path / "out")
    assert table(tmp_path / "out", "failures").num_rows == 0
    assert table(tmp_path / "out", "article")["title"].to_pylist() == [f"{LEAD}\r\n\r\n{DENIAL}"] * 3


# Word lists, and what git makes of files


@pytest.fixture
def lists(tmp_path, monkeypatch) -> Iterator[Path]:
    """A copy of the word lists that the engine reads in place of its own."""
    folder = tmp_path / "lexicons"
    shutil.copytree(lexicon.FOLDER, folder)
    monkeypatch.setattr(lexicon, "FOLDER", folder)
    for cached in (lexicon.table, lexicon.digest):
        cached.cache_clear()
    yield folder
    for cached in (lexicon.table, lexicon.digest):
        cached.cache_clear()


def test_word_lists_with_the_line_ends_of_windows_are_the_same_lists(lists):
    before = {path.stem: lexicon.table(path.stem) for path in lists.glob("*.toml")}, lexicon.digest()
    for path in lists.glob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    for cached in (lexicon.table, lexicon.digest):
        cached.cache_clear()
    assert ({name: lexicon.table(name) for name in before[0]}, lexicon.digest()) == before


@pytest.mark.parametrize("content", [b"\xff", b"[[rules]\n", b"\xef\xbb\xbf[a]\n"], ids=["bytes", "torn", "marked"])
def test_what_is_no_word_list_is_refused_by_name(content, lists):
    (lists / "hedges.toml").write_bytes(content)
    with pytest.raises(LexiconError, match=r"hedges\.toml"):
        lexicon.table("hedges")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_gives_every_machine_the_same_bytes(tmp_path):
    """With the setting of git for Windows, which makes every line end in two characters."""
    kept = [".gitattributes", *(f"models/bundles/joint/{name}" for name in ("SHA256SUMS", "bundle.json", "LICENSE"))]
    kept += ["framing/lexicons/hedges.toml", "samples/01_moscow_visit.txt"]
    origin, copy = tmp_path / "origin", tmp_path / "copy"
    for name in kept:
        (origin / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, origin / name)
    (origin / "models/bundles/joint/weights.safetensors").write_bytes(b"\r\n\n\r\x00")
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.autocrlf=true")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "all")):
        subprocess.run(["git", *who, *command], cwd=origin, check=True)
    subprocess.run(["git", *who, "clone", "-q", origin, copy], check=True, capture_output=True)
    for name in (*kept, "models/bundles/joint/weights.safetensors"):
        assert (copy / name).read_bytes() == (origin / name).read_bytes(), name


def test_the_sample_texts_hold_no_carriage_return():
    assert all(b"\r" not in path.read_bytes() for path in (ROOT / "samples").glob("*.txt"))
