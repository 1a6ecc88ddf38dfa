"""Every format for another tool, opened with that tool or with the library that reads its form."""

import base64
import hashlib
import json
import sys
from functools import partial
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import cassis
import conllu
import networkx
import openpyxl
import pytest
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from benchmarks.exports import repeated
from framing.exports import exports
from framing.exports._annotations import annotations
from framing.exports._layers import SLOTS, Annotation, Layer
from framing.exports._rows import TABLES
from framing.exports._tokens import touched, units
from framing.exports.inception_xmi import SENTENCE
from framing.exports.spacy_docbin import GROUPS, KEY
from framing.exports.tables_xlsx import CUT, LONGEST, _fitted
from framing.laws import check
from framing.types import Analysis, Span
from framing.xml_text import legal
from tests.builders import COULD_FAIL, DAM_IS_SAFE, NORVIA, TASMAR, analysis
from tests.exports.test_exports import empty, hostile

BY_NAME = {export.name: export for export in exports()}
RECORDS = pytest.mark.parametrize("record", [analysis(), empty(), hostile()], ids=["full", "empty", "hostile"])


def written(name: str, record: Analysis) -> bytes:
    return BY_NAME[name].write(record)


def notes(record: Analysis, layer: Layer) -> list[Annotation]:
    return [note for note in annotations(record) if note.layer is layer]


# What the formats share


def test_every_layer_has_its_annotations_and_links_lead_to_some():
    found = annotations(analysis())
    assert {note.layer for note in found} == set(Layer)
    there = {(note.layer, note.number, note.part) for note in found}
    assert len(there) == len(found)
    links = [(note, link) for note in found for link in note.links]
    assert {(link.layer, link.number, 0) for _, link in links} <= there
    across = {(note.layer, link.role, link.layer) for note, link in links if link.layer is not note.layer}
    assert across == {(layer, role, target) for layer, roles in SLOTS.items() for role, target in roles.items()}


@RECORDS
def test_units_and_their_tokens_hold_all_but_white_space(record):
    text, cut = record.article.text, units(record)
    tokens = [token for unit in cut for token in unit.tokens]
    assert all(before.end <= after.start for before, after in pairwise(tokens))
    assert "".join(token.of(text) for token in tokens) == "".join(text.split())
    assert [unit.sentence for unit in cut if unit.sentence is not None] == [row.id for row in record.sentences]
    assert all(unit.tokens and unit.span.covers(token) for unit in cut for token in unit.tokens)


def test_a_span_touches_whole_tokens():
    tokens = (Span(0, 3), Span(4, 9), Span(9, 10))
    assert touched(tokens, Span(5, 6)) == range(1, 2)
    assert touched(tokens, Span(2, 5)) == range(0, 2)
    assert touched(tokens, Span(9, 10)) == range(2, 3)
    assert touched(tokens, Span(3, 4)) == range(0, 1)  # white space: the token before it


# UIMA CAS XMI


def cas(record: Analysis) -> cassis.Cas:
    with ZipFile(BytesIO(written("inception_xmi", record))) as archive:
        types = cassis.load_typesystem(BytesIO(archive.read("TypeSystem.xml")))
        return cassis.load_cas_from_xmi(BytesIO(archive.read("article.xmi")), typesystem=types)


@RECORDS
def test_the_cas_holds_the_text_and_every_span(record):
    opened, text = cas(record), legal(record.article.text)
    assert opened.sofa_string == text
    assert len(text) == len(record.article.text)
    sentences = {(fs.begin, fs.end) for fs in opened.select(SENTENCE)}
    assert sentences == {(unit.span.start, unit.span.end) for unit in units(record)}
    for layer in Layer:
        here = opened.select(f"hedgerow.{layer}")
        found = {(fs.number, fs.part): (fs.begin, fs.end, fs.label, fs.get_covered_text()) for fs in here}
        expected = notes(record, layer)
        assert len(found) == len(here) == len(expected)
        for note in expected:
            place = (note.span.start, note.span.end, note.label, note.span.of(text))
            assert found[note.number, note.part] == place


def test_the_cas_tells_features_slots_and_relations():
    opened = cas(analysis())
    [contest] = opened.select("hedgerow.Contest")
    assert (contest.by, contest.against, contest.score, contest.unsure) == ("Tasmar", "Lakeland", 0.5, False)
    assert {link.target.number for link in contest.claim.elements} == {COULD_FAIL}
    [claim] = [c for c in opened.select("hedgerow.Claim") if c.number == COULD_FAIL and c.part == 0]
    assert [link.target.get_covered_text() for link in claim.cue.elements] == ["claimed"]
    relations = {
        (fs.label, fs.Governor.number, fs.Governor.part, fs.Dependent.number)
        for fs in opened.select("hedgerow.ClaimRelation")
    }
    assert relations == {
        ("continues", 0, 1, 0),
        ("continues", 1, 1, 1),
        ("parent", 3, 0, 2),
        ("denies", DAM_IS_SAFE, 0, COULD_FAIL),
    }


def test_the_types_are_layers_that_inception_knows():
    """A span layer has primitive features and slots only, a relation layer exactly two ends of one type."""
    types = cas(analysis()).typesystem
    primitive = {"uima.cas.String", "uima.cas.Integer", "uima.cas.Float", "uima.cas.Boolean"}
    for layer in Layer:
        for feature in types.get_type(f"hedgerow.{layer}").features:
            if feature.rangeType.name not in primitive:
                assert feature.rangeType.name == "uima.cas.FSArray"
                link = types.get_type(feature.elementType.name)
                assert link.supertype.name == "uima.cas.TOP"
                assert {f.name for f in link.features} == {"role", "target"}
    ends = {f.name: f.rangeType.name for f in types.get_type("hedgerow.ClaimRelation").features}
    assert ends == {"Governor": "hedgerow.Claim", "Dependent": "hedgerow.Claim", "label": "uima.cas.String"}


def test_offsets_in_the_file_are_utf_16_units():
    with ZipFile(BytesIO(written("inception_xmi", analysis()))) as archive:
        xml = archive.read("article.xmi").decode()
    safe = next(note for note in notes(analysis(), Layer.CLAIM) if note.number == DAM_IS_SAFE)
    assert f'begin="{safe.span.start + 1}" end="{safe.span.end + 1}"' in xml  # an emoji stands before it


# spaCy


@RECORDS
def test_the_docbin_holds_the_text_its_sentences_and_every_span(record):
    [doc] = DocBin().from_bytes(written("spacy_docbin", record)).get_docs(Vocab())
    text = record.article.text
    assert doc.text == text
    starts = {sentence.start_char for sentence in doc.sents}
    assert {row.start for row in record.sentences} <= starts
    told = doc.user_data[KEY]
    assert told["article"]["id"] == record.article.id
    for layer, group in GROUPS.items():
        expected = notes(record, layer)
        assert [(row["number"], row["part"]) for row in told[group]] == [(n.number, n.part) for n in expected]
        assert [(row["start"], row["end"]) for row in told[group]] == [(n.span.start, n.span.end) for n in expected]
        for span, note in zip(doc.spans[group], expected, strict=True):
            assert (span.label_, span.id_) == (note.label, f"{layer.lower()}-{note.number}")
            assert span.start_char <= note.span.start
            assert note.span.end <= span.end_char


# CoNLL-U Plus


@RECORDS
def test_the_columns_are_read_by_conllu_and_spell_the_text(record):
    raw = written("conll", record).decode()
    sentences = conllu.parse(raw)
    tokens = [token for sentence in sentences for token in sentence]
    text = record.article.text
    assert [token["form"] for token in tokens] == [text[int(t["start"]) : int(t["end"])] for t in tokens]
    assert "".join(token["form"] for token in tokens) == "".join(text.split())
    for at, sentence in enumerate(sentences):
        for number, token in enumerate(sentence):
            for name, tag in token.items():
                if name.startswith("hedgerow:") and tag.startswith("I-"):
                    before = sentence[number - 1] if number else sentences[at - 1][-1]
                    assert before[name][2:] == tag[2:]


def test_a_claim_keeps_its_column_and_no_other_claim_of_the_sentence_shares_it():
    raw = written("conll", analysis()).decode()
    joint = conllu.parse(raw)[2]
    first = [token["form"] for token in joint if token["hedgerow:claim1"].endswith("SOURCE")]
    second = [token["form"] for token in joint if token["hedgerow:claim2"].endswith("SOURCE")]
    assert (first, second) == (["Lakeland"], ["Norvia"])
    content = [t["hedgerow:claim1"] for t in joint if t["hedgerow:claim1"].endswith("CONTENT")]
    assert content == ["B-CONTENT", "I-CONTENT", "B-CONTENT", "I-CONTENT"]
    assert joint[8]["misc"] == {"claim": "0,1", "hedge": "0"}


# GraphML


@RECORDS
def test_the_graph_opens_in_networkx(record):
    graph = networkx.parse_graphml(written("graph_graphml", record).decode())
    for node, told in graph.nodes(data=True):
        assert told["label"]
        if node.startswith("actor-"):
            actor = record.actors[int(node.removeprefix("actor-"))]
            assert (told["label"], told["mentions"]) == (legal(actor.name), len(actor.mentions))
    weights = sum(weight for *_, weight in graph.edges(data="weight"))
    targets = sum(len(claim.targets) for claim in record.claims)
    assert weights == targets + len(record.contests) + len(record.stances)


def test_the_graph_says_who_contests_whom():
    graph = networkx.parse_graphml(written("graph_graphml", analysis()).decode())
    between = graph.get_edge_data(f"actor-{TASMAR}", "actor-0").values()
    assert {(edge["relation"], edge["weight"], edge["unsure"]) for edge in between} == {
        ("denies", 1.0, False),
        ("opposes", 1.0, False),
    }
    assert graph.nodes[f"actor-{NORVIA}"]["silences"] == 1
    assert [e["relation"] for e in graph.get_edge_data("actor-0", f"actor-{TASMAR}").values()] == ["claims"]


# Web Annotations


@RECORDS
def test_the_selectors_resolve_against_the_text(record):
    collection = json.loads(written("annotations_jsonld", record))
    text, items = record.article.text, collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items})
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
    resolved = []
    for item in items:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            assert target["source"]["id"] == f"ni:///sha-256;{digest}"
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text.startswith(around, position["start"] - len(quote["prefix"]))
            resolved.append((position["start"], position["end"]))
    assert sorted(resolved) == sorted((note.span.start, note.span.end) for note in annotations(record))


def test_a_contest_links_to_the_annotation_of_its_claim():
    items = json.loads(written("annotations_jsonld", analysis()))["first"]["items"]
    by_id = {item["id"]: item for item in items}

    def tags(item):
        return [body["value"] for body in item["body"] if body.get("purpose") == "tagging"]

    [contest] = [item for item in items if tags(item) == ["contest", "denies"]]
    links = {b["label"]: by_id[b["source"]] for b in contest["body"] if b.get("purpose") == "linking"}
    assert [t["selector"][1]["exact"] for t in links["claim"]["target"]] == ["could fail", "not soon"]
    assert links["counter"]["target"]["selector"][1]["exact"] == "the dam was safe"
    standard = {"id", "type", "motivation", "body", "target"}
    assert all(item.keys() == standard for item in items)


# Excel


@RECORDS
def test_the_workbook_holds_the_tables_and_no_formula(record):
    book = openpyxl.load_workbook(BytesIO(written("tables_xlsx", record)))
    assert book.sheetnames == list(TABLES)
    for name, table in TABLES.items():
        [heading, *rows] = book[name].iter_rows()
        assert [cell.value for cell in heading][2:] == list(table.columns)
        assert len(rows) == sum(1 for _ in table.rows(record))
        assert not any(cell.data_type == "f" or cell.hyperlink for row in rows for cell in row)


def test_cells_keep_words_and_numbers():
    sheet = openpyxl.load_workbook(BytesIO(written("tables_xlsx", hostile())))["claims"]
    heading = [cell.value for cell in sheet[1]]
    row = dict(zip(heading, (cell.value for cell in sheet[2]), strict=True))
    assert (row["id"], row["hedged"], row["score"]) == (0, True, pytest.approx(0.3))
    assert row["holder_name"].startswith("=HYPERLINK(")


def test_what_no_cell_can_hold_is_cut_and_says_so():
    assert _fitted("é" * LONGEST) == "é" * LONGEST
    cut = _fitted("🙂" * LONGEST)
    assert cut.endswith(CUT)
    assert LONGEST - 1 <= len(cut.encode("utf-16-le")) // 2 <= LONGEST


# Long articles


@pytest.mark.parametrize("export", exports(), ids=lambda export: export.name)
def test_twice_the_article_is_about_twice_the_work(export):
    """Counted in calls of functions, which no busy machine changes; the seconds are in benchmarks/exports.py."""
    export.write(analysis())  # loads what is loaded once
    short, long = (calls(partial(export.write, repeated(analysis(), times))) for times in (20, 40))
    assert long < 2.4 * short


def calls(work) -> int:
    count = 0

    def called(frame, event, argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_a_repeated_article_keeps_the_laws():
    check(repeated(analysis(), 3))
