"""A claim as a line to quote: what it names, and what it leaves out."""

from dataclasses import replace

from framing import __version__
from framing.citation import citation, imprint
from tests.components import article


def test_a_citation_names_words_holder_headline_and_contester():
    record = article.analysis()
    assert citation(record, record.claims[1]) == (
        "“Veria had “shelled the pier” in March”, Lena Brandt, in “Harbour talks stall 🌊 as Veria and Oskar trade "
        f"blame”. Marked as a contested claim by Hedgerow {__version__} (denied by Veria: “denied the accusation”)."
    )


def test_outlet_date_and_address_stand_where_they_are_known():
    record = article.analysis()
    known = replace(
        record.article, title="Stalled", source="Daily Post", published="2023-03-15", url="https://x.example"
    )
    line = citation(replace(record, article=known), record.claims[3])
    assert line.startswith(
        "“winter would be hard”, Lena Brandt, in “Stalled”, Daily Post, 2023-03-15, https://x.example."
    )
    assert line.endswith(f"Marked as a claim by Hedgerow {__version__}.")


def test_a_citation_is_one_line_also_where_the_words_are_not():
    record = article.analysis()
    broken = replace(record, article=replace(record.article, title="Two\nlines\t here"))
    assert "\n" not in citation(broken, record.claims[0])
    assert "“Two lines here”" in citation(broken, record.claims[0])


def test_an_outlet_that_signs_its_own_article_is_named_once():
    known = replace(article.analysis().article, source="Daily Post", published="2023-03-15")
    assert imprint(replace(known, author="Daily Post")) == ("Daily Post", "2023-03-15")
    assert imprint(replace(known, author="Ada Moss")) == ("Daily Post", "Ada Moss", "2023-03-15")
