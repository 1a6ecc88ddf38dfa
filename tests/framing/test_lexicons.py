"""Words are data: each rule reads the sentences that it must hit, and leaves those that it must miss."""

import unicodedata
from collections import Counter
from typing import Any

import pytest

from framing import gazetteer, lexicon
from framing.types import Act, ActorKind
from tests.framing.conftest import Read
from tests.framing.un_members import UN_MEMBERS

BROKEN = {
    # sentence: what the engine does with it today; who mends it takes the line out
    "The union condemned the vote.": "the object of `condemn` is not read as content",
    "The bloc welcomed the truce.": "the object of `welcome` is not read as content",
    "The rebels threatened to march.": "the parser takes `march` for the month, so that no content is left",
    "The judge asked the lawyers to return on Friday.": "read as a request, which the table does not say",
    "A report by the ombudsman that beds were lacking caused a stir.": "the clause after `report by` is not found",
    "The rebels' threat to march was taken seriously.": "the parser takes `march` for the month, so that no content is left",
}
GAZETTEERS = ("states", "blocs", "media")


def examples(table: str, *parts: str, key: str) -> list[object]:
    """(rule, sentence) for every example of that key in the parts of a table."""
    rows = [(rule, sentence) for part in parts for rule in lexicon.table(table)[part] for sentence in rule[key]]
    return [
        pytest.param(
            rule,
            sentence,
            id=f"{rule.get('id', rule.get('act'))}-{sentence}",
            marks=[pytest.mark.xfail(strict=True, reason=BROKEN[sentence])] if sentence in BROKEN else [],
        )
        for rule, sentence in rows
    ]


# --- every rule has both kinds ---------------------------------------------------------------------------------


RULES = [
    *(("hedges", rule) for rule in lexicon.table("hedges")["rules"]),
    *(("silences", rule) for rule in lexicon.table("silences")["rules"]),
    *(
        ("contests", rule)
        for part in ("verbs", "negated", "nouns", "adjectives", "phrases")
        for rule in lexicon.table("contests")[part]
    ),
    *(("reporting", rule) for rule in lexicon.table("reporting")["verbs"]),
    *(("reporting", rule) for rule in lexicon.table("reporting")["nouns"] if rule["shell"] != "legitimacy"),
]


@pytest.mark.parametrize(("table", "rule"), RULES, ids=lambda v: v if isinstance(v, str) else v.get("id", v.get("act")))
def test_every_rule_says_what_it_hits_and_misses(table: str, rule: dict[str, Any]) -> None:
    assert rule["hits"]
    assert rule["misses"]


def test_ids_are_unique() -> None:
    for table in ("hedges", "silences", "contests"):
        ids = [rule["id"] for name, rule in RULES if name == table]
        assert len(ids) == len(set(ids))


# --- hedges, silences --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rule", "sentence"), examples("hedges", "rules", key="hits"))
def test_hedge(read: Read, rule: dict[str, Any], sentence: str) -> None:
    found = {hedge.proof[0].by: hedge.kind for hedge in read(sentence, any_language=True).hedges}
    assert found.get(f"lexicon:{rule['id']}") == rule["kind"]


@pytest.mark.parametrize(("rule", "sentence"), examples("hedges", "rules", key="misses"))
def test_no_hedge(read: Read, rule: dict[str, Any], sentence: str) -> None:
    found = [hedge.proof[0].by for hedge in read(sentence, any_language=True).hedges]
    assert f"lexicon:{rule['id']}" not in found


@pytest.mark.parametrize(("rule", "sentence"), examples("silences", "rules", key="hits"))
def test_silence_contests_nothing(read: Read, rule: dict[str, Any], sentence: str) -> None:
    record = read(sentence, any_language=True)
    assert [(s.proof[0].by, s.actor is not None) for s in record.silences] == [(f"lexicon:{rule['id']}", True)]
    assert record.contests == ()


@pytest.mark.parametrize(("rule", "sentence"), examples("silences", "rules", key="misses"))
def test_no_silence(read: Read, rule: dict[str, Any], sentence: str) -> None:
    assert read(sentence, any_language=True).silences == ()


# --- contests ----------------------------------------------------------------------------------------------------


PARTS = ("verbs", "negated", "nouns", "adjectives", "phrases")


@pytest.mark.parametrize(("rule", "sentence"), examples("contests", *PARTS, key="hits"))
def test_contest(read: Read, rule: dict[str, Any], sentence: str) -> None:
    record = read(sentence, any_language=True)
    found = {contest.proof[0].by.split(":")[-1]: contest for contest in record.contests}
    assert rule["id"] in found
    assert rule["kind"] in {"by-object", found[rule["id"]].kind}
    assert record.silences == ()


@pytest.mark.parametrize(("rule", "sentence"), examples("contests", *PARTS, key="misses"))
def test_no_contest(read: Read, rule: dict[str, Any], sentence: str) -> None:
    found = [contest.proof[0].by.split(":")[-1] for contest in read(sentence, any_language=True).contests]
    assert rule["id"] not in found


@pytest.mark.parametrize("noun", lexicon.table("contests")["not_contested"]["lemmas"])
def test_what_is_withheld_is_not_contested(read: Read, noun: str) -> None:
    assert read(f"The two men were denied {noun} at the gate.", any_language=True).contests == ()


# --- reporting words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rule", "sentence"), examples("reporting", "verbs", key="hits"))
def test_verb_attributes(read: Read, rule: dict[str, Any], sentence: str) -> None:
    found = {claim.act: claim.reporting for claim in read(sentence, any_language=True).claims if claim.cue}
    assert found.get(Act(rule["act"])) == rule["reporting"]


@pytest.mark.parametrize(("rule", "sentence"), examples("reporting", "nouns", key="hits"))
def test_noun_attributes(read: Read, rule: dict[str, Any], sentence: str) -> None:
    assert rule["act"] in [claim.act for claim in read(sentence, any_language=True).claims if claim.cue]


@pytest.mark.parametrize(("rule", "sentence"), examples("reporting", "verbs", "nouns", key="misses"))
def test_no_attribution(read: Read, rule: dict[str, Any], sentence: str) -> None:
    assert rule["act"] not in [claim.act for claim in read(sentence, any_language=True).claims if claim.cue]


# --- gazetteers ----------------------------------------------------------------------------------------------------


def plain(name: str) -> str:
    """Without accents and case, as an index sorts."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


@pytest.mark.parametrize("table", GAZETTEERS)
def test_no_actor_stands_twice(table: str) -> None:
    names = Counter(row["name"] for row in lexicon.table(table)["actors"])
    assert [name for name, count in names.items() if count > 1] == []
    assert list(names) == sorted(names, key=plain)


def test_no_form_means_two_actors() -> None:
    owners: dict[str, set[str]] = {}
    for table in GAZETTEERS:
        for form, entry in gazetteer.actors(table):
            owners.setdefault(form, set()).add(entry.side)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("table", GAZETTEERS)
def test_no_form_is_listed_twice_for_one_actor(table: str) -> None:
    for row in lexicon.table(table)["actors"]:
        forms = Counter(form for field in gazetteer.FIELDS for form in row.get(field, ()))
        assert [form for form, count in forms.items() if count > 1] == [], row["name"]


@pytest.mark.parametrize("table", GAZETTEERS)
def test_ambiguous_forms_are_forms_of_the_actor(table: str) -> None:
    for row in lexicon.table(table)["actors"]:
        forms = {form for field in gazetteer.FIELDS for form in row.get(field, ())}
        assert set(row.get("ambiguous", ())) <= forms, row["name"]


def test_the_side_of_every_person_exists() -> None:
    rows = lexicon.table("people")["sides"]
    assert {row["side"] for row in rows} <= gazetteer.sides().keys()
    people = Counter(name for row in rows for name in (*row["people"], *row.get("politicians", ())))
    assert [name for name, count in people.items() if count > 1] == []


def test_every_surname_is_that_of_one_leader_and_no_other_form() -> None:
    rows = lexicon.table("people")["sides"]
    surnames = [(row["side"], surname) for row in rows for surname in row.get("by_surname", ())]
    assert [surname for side, surname in surnames if not gazetteer.bearers(side, surname)] == []
    others = [form for table in GAZETTEERS for form, _ in gazetteer.actors(table)]
    others += [name for row in rows for name in (*row["people"], *row.get("politicians", ()))]
    others += [form for form, _ in gazetteer.regions()]
    forms = Counter([*dict.fromkeys(others), *(surname for _, surname in surnames)])
    assert [surname for _, surname in surnames if forms[surname] > 1] == []


def test_politicians_lend_their_given_names_too() -> None:
    assert {"Volodymyr", "Bernie"} <= gazetteer.given_names()
    assert "Suu" not in gazetteer.given_names()


def test_every_region_stands_once_and_in_a_state() -> None:
    rows = lexicon.table("regions")["states"]
    known = gazetteer.sides()
    assert all(known[row["state"]] is ActorKind.STATE for row in rows)
    regions = [name for row in rows for name in (*row.get("regions", ()), *row.get("cities", ()))]
    assert len(regions) == len(set(regions))
    others = [form for table in ("states", "blocs", "media") for form, _ in gazetteer.actors(table)]
    assert not set(regions) & set(others)


GENDERS = ("women", "men")


@pytest.mark.parametrize("group", GENDERS)
def test_given_names_are_sorted_and_stand_once(group: str) -> None:
    names = lexicon.table("given_names")[group]["lemmas"]
    assert names == sorted(set(names), key=plain)


@pytest.mark.parametrize("group", GENDERS)
def test_given_names_stand_as_they_are_looked_up(group: str) -> None:
    names = lexicon.table("given_names")[group]["lemmas"]
    assert [name for name in names if not name.istitle() or plain(name) != name.casefold()] == []


def test_no_given_name_is_of_both_genders() -> None:
    women, men = (lexicon.lemmas("given_names", group) for group in GENDERS)
    assert women & men == set()


# Borne by men and women, in one country or in two; or the first word of a place or a family.
UNTOLD = """
    Alex Ali Andrea Andy Angel Ariel Ashley Camille Cameron Chris Claude Clinton Dana Daniele Dominique Gabriele Georgia
    German Hanan Ilham Iman Jackson Jaime Jamie Jan Jean Jesse Jordan Joan Karen Kelly Kerry Kim Kiran Kristen Laurence
    Lee Leslie Lindsay Lindsey Luca Marian Marion Maxime Michal Michele Mika Min Morgan Nana Nicola Nikita Nikola Nino
    Noam Noor Nour Patrice Robin Rosario Sacha Sam Sasha Shannon Sharon Sidney Simone Sydney Taylor Terry Tracy Virginia
    Wei Yuri Yuval
"""


@pytest.mark.parametrize("name", UNTOLD.split())
def test_a_name_that_does_not_tell_is_left_out(name: str) -> None:
    assert not any(name in lexicon.lemmas("given_names", group) for group in GENDERS)


def test_all_members_of_the_united_nations_are_states() -> None:
    assert len(set(UN_MEMBERS)) == 193
    states = {row["name"] for row in lexicon.table("states")["actors"] if row.get("kind", "state") == "state"}
    assert set(UN_MEMBERS) - states == set()


# A capital or demonym that stands for more than its state, or is its state's name.
WITHOUT = {
    "capital": {"Belgium", "Monaco", "Sao Tome and Principe", "Singapore"},
    "demonyms": {"Congo-Brazzaville", "Dominica"},
}


@pytest.mark.parametrize("field", WITHOUT)
def test_members_have_demonyms_and_capitals(field: str) -> None:
    rows = {row["name"]: row for row in lexicon.table("states")["actors"]}
    assert {name for name in UN_MEMBERS if not rows[name].get(field)} == WITHOUT[field]
