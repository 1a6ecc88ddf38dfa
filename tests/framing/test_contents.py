"""A claim's content is exactly the words that its holder puts forward: no cue, no comma, no other act."""

import pytest

from tests.framing.conftest import Read
from tests.framing.views import claims, words

# (holder, the exact words of one claim, the sentence, why it fails today)
CONTENTS = [
    ("Kenya", "it had fired first", "Kenya denied it had fired first.", ""),
    (
        "Kenya",
        "it had fired first",
        "Kenya denied it had fired first and accused Uganda of lying.",
        "",
    ),
    ("Kenya", "lying", "Kenya denied it had fired first and accused Uganda of lying.", ""),
    ("Uganda", "backing rebels", "Uganda has accused Kenya of backing rebels, a charge Nairobi denies.", ""),
    (
        "Uganda",
        "backing rebels",
        "Uganda has accused Kenya of backing rebels, which Nairobi denies.",
        "",
    ),
    (
        "Two sources",
        "the minister had quit",
        "Two sources told the Lakeside Wire that the minister had quit.",
        "",
    ),
    (
        "Lakeside Wire",
        "the minister had quit",
        "The Lakeside Wire, citing two sources, said that the minister had quit.",
        "",
    ),
    (
        "Lakeside Wire",
        "The minister has quit",
        "The minister has quit, the Lakeside Wire said, citing two sources.",
        "",
    ),
    ("Uganda", "The dam … is full", "The dam, Uganda said, is full.", ""),
    ("Ruth Otieno", "We left early", '"We left early," the mayor, Ruth Otieno, said.', ""),
    (
        "Ruth Otieno",
        "We saw nobody",
        '"We left early," the mayor, Ruth Otieno, said. "We saw nobody."',
        "",
    ),
    ("Uganda", "the dam is full", "According to Uganda, the dam is full.", ""),
    ("Uganda", "The dam is full", "The dam is full, according to Uganda.", ""),
    ("Kenya", "to close the border", "Kenya threatened to close the border.", ""),
    ("Kenya", "to host the talks", "Kenya's offer to host the talks was welcomed.", ""),
    ("Ruth Otieno", "We pay", 'Kenya said the road was closed. Ruth Otieno, a nurse, shook her head. "We pay."', ""),
    ("Kenya", "We pay", 'Kenya said the road was closed. The road leads to a lake. "We pay."', ""),
    ("Kenya", "moving guns by night", "Kenya then went on to accuse Uganda of moving guns by night.", ""),
    ("Kenya", "the rise in prices", "Kenya was quick to blame Uganda for the rise in prices.", ""),
    (
        "Ruth Otieno",
        "for Uganda to hand over two men",
        "Uganda rejected a call by Kenya's minister, Ruth Otieno, for Uganda to hand over two men.",
        "",
    ),
    ("Kenya", "to host the talks", "Uganda turned down Kenya's offer to host the talks.", ""),
    (
        "Kenya",
        "letting trucks cross the river",
        "Kenya accused neighbouring Uganda of letting trucks cross the river.",
        "",
    ),
    (
        "Kenya",
        "flying men to Jinja and hiding them there",
        "Kenya imposed a fine, accusing them of flying men to Jinja and hiding them there.",
        "",
    ),
    (
        "farmers in Uganda",
        "waste from the mine has killed the fish",
        "Kenya rejected claims by farmers in Uganda that waste from the mine has killed the fish.",
        "",
    ),
    (
        "prosecutors",
        "took two million in bribes",
        "A minister who prosecutors say took two million in bribes went on trial.",
        "",
    ),
    (
        "lab",
        "The phone was found on the boat of the Ugandan opposition senator Ruth Otieno",
        "The phone was found on the boat of the Ugandan opposition senator Ruth Otieno, a lab said on Tuesday, weeks after "
        "she was arrested.",
        "",
    ),
    ("media reports", "it would shut the dam", "Kenya dismissed media reports that it would shut the dam.", ""),
    ("Otieno", "Should we wait", '"Should we wait?" Otieno asked, shaking his head. "I think not."', ""),
    ("Otieno", "I think not", '"Should we wait?" Otieno asked, shaking his head. "I think not."', ""),
    ("Otieno", "They are not used to this", "Mr Otieno said: ''I will stay. They are not used to this.''", ""),
    (
        "Kenya",
        "it would offer a prayer",
        "Kenya said it would offer a prayer but did not suggest that it was sorry.",
        "",
    ),
    ("Kenya", "the road was safe", "Kenya said the road was safe, a swipe at those who had closed it.", ""),
    (
        "Kenya",
        "the focus was taking a toll",
        "Kenya said the focus was taking a toll, pointing to the wins in Texas.",
        "",
    ),
    (
        "Kenya",
        "the focus was taking a toll, costing it the wins in Texas",
        "Kenya said the focus was taking a toll, costing it the wins in Texas.",
        "",
    ),
    (
        "mayor",
        "he would sit down with them",
        "The mayor says he would sit down with them and tells the crowd that he was first.",
        "",
    ),
    ("mayor", "they walked home and told the crowd", "The mayor said they walked home and told the crowd.", ""),
    ("Uganda", "to stop “feeding rumours.”", "Kenya was told by Uganda to stop “feeding rumours.”", ""),
]


@pytest.mark.parametrize(
    ("holder", "content", "sentence"),
    [
        pytest.param(*row, id=f"{row[0]}-{row[2]}",
                     marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])
        for *row, reason in CONTENTS
    ],
)  # fmt: skip
def test_content_is_exact(read: Read, holder: str, content: str, sentence: str) -> None:
    record = read(sentence, any_language=True)
    assert content in [words(record, found.content) for found in claims(record, by=holder)]
