"""The rows that page and exports count, on the hand-made record."""

from dataclasses import replace

from components.records import ACTORS, CLAIMS, CONTESTS, HEDGES, SILENCES, UNANSWERED, frame, involving, matching
from framing import tables
from tests.components import article
from tests.components.article import OSKAR, VERIA

RECORDS = (CLAIMS, CONTESTS, UNANSWERED, SILENCES, HEDGES, ACTORS)


def test_a_member_speaks_for_its_side():
    row = tables.claim_rows(article.analysis())[1]
    assert (row.holder, row.side, row.contested_by, row.sides) == (
        "Lena Brandt",
        "Oskar",
        "Veria",
        {VERIA, OSKAR},
    )


def test_a_contest_without_a_claim_keeps_its_row():
    row = tables.contest_rows(article.analysis())[1]
    assert (row.by, row.against, row.claim, row.claim_content) == ("unnamed", "Veria", None, "")


def test_actors_count_what_their_members_say():
    row = next(row for row in tables.actor_rows(article.analysis()) if row.id == OSKAR)
    assert (row.claims, row.contested) == (3, 1)


def test_an_allegation_is_unanswered_until_its_target_contests_it():
    record = article.analysis()
    assert tables.unanswered_rows(record) == []
    (row,) = tables.unanswered_rows(replace(record, contests=(), silences=()))
    assert (row.holder, row.target) == ("Lena Brandt", "Veria")
    for about, listed in ((1, []), (None, []), (0, [row])):
        quiet = replace(record, contests=(), silences=(replace(record.silences[0], claim=about),))
        assert tables.unanswered_rows(quiet) == listed


def test_every_table_has_its_headings_even_when_empty():
    empty = article.bare("Calm.")
    for record in RECORDS:
        assert list(frame(record, record.rows(empty)).columns) == [heading for heading, _ in record.columns]


def test_a_filter_keeps_the_rows_that_a_side_has_part_in():
    rows = tables.claim_rows(article.analysis())
    assert [row.id for row in involving(rows, VERIA)] == [0, 1]
    assert involving(rows, None) == rows
    assert [row.id for row in involving(tables.actor_rows(article.analysis()), OSKAR)] == [OSKAR]


def test_a_search_wants_every_word_in_any_column_and_either_case():
    table = frame(CLAIMS, CLAIMS.rows(article.analysis()))
    assert matching(table, "brandt  HARD") == [3]
    assert matching(table, "") == list(range(len(table)))
    assert matching(table, "(.*") == []
