"""Claims that several articles tell: who asserts, who hedges and who denies each, with every article to open."""

from dataclasses import dataclass
from datetime import date

from corpus.filters import Filter
from corpus.readings import PLACE, place_of
from corpus.store import Corpus, Row
from corpus.types import FIRST_PAGE, Counted, Page, Place, Role
from framing.types import Factuality

NEGATIVE = (Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT)

# A claim that stands as the content of a denial, or that says that something is not so, tells the denial.
ROLE = f"""
CASE WHEN against OR factuality IN ({", ".join(f"'{value}'" for value in NEGATIVE)}) OR (input, row, claim) IN (
        SELECT input, row, counter FROM contests WHERE counter IS NOT NULL AND (NOT unsure OR $unsure))
    THEN '{Role.DENIED}' WHEN hedged THEN '{Role.HEDGED}' ELSE '{Role.ASSERTED}' END"""

# How each article of the corpus tells each claim, one row per claim in it; `asked` says whether the filter lets the
# article pass. The denial stands there too as a contest of that claim, as a denial told for itself, or as a contest
# of the same side's words that the record ties to no claim.
TELLINGS = f"""
told AS (
    SELECT story, input, row, claim, sentence, content, side_name,
        coalesce(names.known, side_name) AS holder, {ROLE} AS role
    FROM links JOIN (SELECT * RENAME (id AS claim) FROM claims) USING (input, row, claim)
        LEFT JOIN names ON names.name = side_name
    WHERE NOT unsure OR $unsure),
answers AS (
    SELECT input, row, told.claim, min_by(contests.sentence, contests.id) AS answer_sentence,
        min_by(by_side_name, contests.id) AS denier
    FROM told JOIN contests USING (input, row)
    WHERE (contests.claim = told.claim OR (contests.claim IS NULL AND against_side_name = side_name))
        AND (NOT unsure OR $unsure)
    GROUP BY input, row, told.claim),
tellings AS (
    SELECT told.*, articles.* EXCLUDE (input, row), coalesce(once, false) AS once, once IS NOT NULL AS asked,
        answer_sentence, answer_sentence IS NOT NULL AS contested,
        answer_sentence IS NOT NULL OR role = '{Role.DENIED}' AS denied,
        CASE WHEN answer_sentence IS NOT NULL THEN denier WHEN role = '{Role.DENIED}' THEN holder END AS denier
    FROM told JOIN articles USING (input, row) LEFT JOIN (SELECT input, row, once FROM chosen) USING (input, row)
        LEFT JOIN answers USING (input, row, claim))"""


@dataclass(frozen=True, slots=True)
class Story:
    """A claim in the words in which most articles tell it; each article counts once, as its surest telling does."""

    id: int
    content: str
    holder: str
    articles: Counted
    outlets: int
    asserted: Counted
    hedged: Counted
    denied: Counted  # articles that tell it only as not so
    contested: Counted  # articles in which the denial stands beside it
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim of one article; `answer` is the sentence that contests it there."""

    place: Place
    claim: int
    content: str
    holder: str
    role: Role
    answer: Place | None


def stories(corpus: Corpus, asked: Filter, *, unsure: bool = False, page: Page = FIRST_PAGE) -> tuple[Story, ...]:
    """What is told by most articles first; empty while `Corpus.index` is not current."""
    rows = corpus.ask(
        asked,
        f"""WITH {TELLINGS}, each AS (
            SELECT story, input, row, any_value(outlet) AS outlet, any_value(day) AS day, bool_or(once) AS once,
                CASE WHEN bool_or(role = '{Role.ASSERTED}') THEN '{Role.ASSERTED}'
                     WHEN bool_or(role = '{Role.HEDGED}') THEN '{Role.HEDGED}' ELSE '{Role.DENIED}' END AS role,
                bool_or(contested) AS contested
            FROM tellings WHERE asked GROUP BY story, input, row),
        worded AS (SELECT story, mode(content ORDER BY content) AS content, mode(holder ORDER BY holder) AS holder
            FROM tellings WHERE asked GROUP BY story)
        SELECT story, any_value(content), any_value(holder), count(*) AS n, count(*) FILTER (once),
            count(DISTINCT outlet), {_by_role(Role.ASSERTED)}, {_by_role(Role.HEDGED)}, {_by_role(Role.DENIED)},
            count(*) FILTER (contested), count(*) FILTER (contested AND once), min(day), max(day)
        FROM each JOIN worded USING (story) GROUP BY story ORDER BY n DESC, story LIMIT $limit OFFSET $offset""",
        {"unsure": unsure, "limit": page.limit, "offset": page.offset},
    )
    return tuple(map(_story, rows))


def tellings(
    corpus: Corpus, asked: Filter, story: int, *, unsure: bool = False, page: Page = FIRST_PAGE
) -> tuple[Telling, ...]:
    """Every telling of one story by day, with the sentence to open and the one that contests it."""
    rows = corpus.ask(
        asked,
        f"""WITH {TELLINGS}
        SELECT {PLACE}, claim, content, holder, role, answer_sentence, answer_words, answer_start, answer_end
        FROM tellings JOIN (SELECT input, row, id AS sentence, words, words_start, words_end FROM sentences)
            USING (input, row, sentence)
            LEFT JOIN (SELECT input, row, id AS answer_sentence, words AS answer_words, words_start AS answer_start,
                words_end AS answer_end FROM sentences) USING (input, row, answer_sentence)
        WHERE story = $story AND asked ORDER BY day NULLS LAST, input, row, claim LIMIT $limit OFFSET $offset""",
        {"unsure": unsure, "story": story, "limit": page.limit, "offset": page.offset},
    )
    return tuple(map(_telling, rows))


def _story(row: Row) -> Story:
    id_, content, holder, n, n_once, outlets, *counts, since, until = row
    asserted, hedged, denied, contested = (Counted(*counts[at : at + 2]) for at in range(0, 8, 2))
    told = Counted(n, n_once)
    return Story(id_, content, holder, told, outlets, asserted, hedged, denied, contested, since, until)


def _telling(row: Row) -> Telling:
    claim, content, holder, role, *answer = row[12:]
    told = place_of(row[:12])
    return Telling(
        told, claim, content, holder, Role(role), Place(told.article, *answer) if answer[0] is not None else None
    )


def _by_role(role: Role) -> str:
    return f"count(*) FILTER (role = '{role}'), count(*) FILTER (role = '{role}' AND once)"
