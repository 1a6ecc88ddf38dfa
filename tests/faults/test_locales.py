"""Another language, time zone or encoding of the machine changes no byte of any result, and breaks no message."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.faults.children import BATCH, batch, contents, posix, run
from tests.faults.places import DOCUMENTS, write_documents

pytestmark = [posix, pytest.mark.slow]
PLAIN = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
ZONED = {"LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}
PLACES = {
    "ascii": {**ASCII, "TZ": "America/New_York", "PYTHONHASHSEED": "2"},
    "tr_TR": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "3"},
    "de_DE": {"LC_ALL": "de_DE.ISO-8859-1", "PYTHONUTF8": "0", "TZ": "America/New_York", "PYTHONHASHSEED": "4"},
}
TITLED = BATCH.replace("import CORPUS", "import parts").replace("parts=CORPUS", "parts=parts()")  # it keeps the title
TEXT = "Lakeland spoke of the dam. 🙂 Ø"


@pytest.fixture(scope="module")
def locales(tmp_path_factory) -> Path:
    """The two locales, made here where the machine has the tool but not the locales."""
    folder = tmp_path_factory.mktemp("locales")
    if shutil.which("localedef") is not None:
        for name in ("tr_TR.UTF-8", "de_DE.ISO-8859-1"):
            language, _, charset = name.partition(".")
            subprocess.run(
                ["localedef", "-i", language, "-f", charset, folder / name], capture_output=True, check=False
            )
    return folder


@pytest.fixture(scope="module")
def documents(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("documents") / "in"
    write_documents(folder)
    return folder


def made(documents: Path, out: Path, environment: dict[str, str]) -> dict[str, str]:
    done = run("-m", "tests.faults.places", documents, out, environment=environment)
    assert done.code == 0, done.error
    return json.loads(done.out)


@pytest.fixture(scope="module")
def at_home(documents, tmp_path_factory) -> dict[str, str]:
    found = made(documents, tmp_path_factory.mktemp("home") / "out", PLAIN)
    assert found.pop("zone") == "+0000"
    assert {"page.html record", "mail.eml charts", "mail.eml tables_xlsx"} <= set(found)
    assert any(name.startswith("records/") for name in found)
    return found


@pytest.mark.parametrize("place", PLACES)
def test_every_byte_is_the_same_elsewhere(place, documents, at_home, locales, tmp_path):
    there = made(documents, tmp_path / "out", {**PLACES[place], "LOCPATH": str(locales)})
    assert there.pop("zone") in {"+1400", "-0500", "-0400"}
    assert {name for name, digest in there.items() if digest != at_home.get(name)} == set()
    assert there == at_home


@pytest.fixture
def article(tmp_path) -> Path:
    path = tmp_path / "É.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.mark.parametrize("form", ["json", "text"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16"])
def test_standard_output_is_utf_8_whatever_the_terminal(encoding, form, article):
    given = ("analyse", article, "--format", form, "--title", "Déjà vu")
    there = run("-c", TITLED, *given, environment={**ASCII, "PYTHONIOENCODING": encoding})
    home = run("-c", TITLED, *given, environment=PLAIN)
    assert (there.code, there.error) == (0, "")
    assert there.out == home.out
    assert form == "text" or "Déjà vu" in there.out.decode()


def test_names_of_files_and_columns_are_the_same_in_every_locale(tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    (source / "ü.csv").write_text(f"tëxt,title\n{TEXT},ö\n", encoding="utf-8")
    (source / "é.txt").write_text(TEXT, encoding="utf-8")
    (source / "a.jsonl").write_text(json.dumps({"tëxt": TEXT}), encoding="utf-8")
    for name, environment in {"home": PLAIN, "there": {**ASCII, **ZONED, "LC_ALL": "C"}}.items():
        options = ("--out", tmp_path / name, "--workers", 1, "--column", "text=tëxt")
        done = batch("run", source, *options, environment=environment)
        assert done.code == 0, done.error
    assert contents(tmp_path / "home", but=("lock",)) == contents(tmp_path / "there", but=("lock",))


@pytest.mark.parametrize(
    "arguments",
    [("analyse", "nö.txt"), ("run", "nö.jsonl", "--out", "öut.jsonl"), ("run", "nö", "--out", "öut")],
    ids=["analyse", "lines", "folder"],
)
def test_messages_can_be_told_in_ascii(arguments):
    assert batch(*arguments, environment=ASCII).is_a_plain_refusal("n")


@pytest.mark.parametrize("module", ["corpus", "samples.make_corpus"])
def test_a_folder_whose_name_the_locale_cannot_spell(module, tmp_path):
    (tmp_path / "ö").touch()
    done = run("-m", module, tmp_path / "ö", environment=ASCII)
    assert done.code == 2
    assert "Traceback" not in done.error


def test_bytes_that_are_no_utf_8_are_refused_as_a_title(article):
    done = batch("analyse", article, "--title", b"\xff".decode("utf-8", "surrogateescape"), environment=PLAIN)
    assert done.is_a_plain_refusal("is not UTF-8")


def test_the_corpus_is_one_that_a_locale_could_change():
    assert all(any(ord(letter) > 127 for letter in content) or "\\u" in content for content in DOCUMENTS.values())
