"""Texts for laws over all of Unicode: news, so that the rules are reached, with anything at all put into it."""

from hypothesis import strategies as st

from tests.framing.un_members import UN_MEMBERS

NEWS = [
    "Nairobi cautioned in May that Uganda was weighing “field equipment” for rebels.",
    "Kampala dismissed the allegation and told Kenya to stop “feeding rumours.”",
    "The presidency declined to comment, and its spokesman did not answer calls.",
    '"We gave them nothing," the minister, Moses Kirabo, said. "Not one crate."',
    "According to two officials who asked not to be named, about 200 men could leave by 3 May.",
    "Peru was accused by Bolivia of theft and by Chile of fraud; Lima denied both.",
    "If confirmed, his reported decision to visit Accra would be the first since 2019.",
    "There is no truth in the report, said she.",
    "Zeman: talks have failed",
    "ACCRA, May 3 (Newswire) - Ghana's offer met with scepticism.",
]
WITH_GAPS = [
    "{} said on Monday that {} had “{}” in {}.",
    "{} denied the claims of {}, and {} declined to comment.",
    "According to {}, about {} men may leave {} if {} agrees.",
    "{} accused {} of {}; {} rejected the accusation as “{}”.",
    "“{}, {},” said {} of {}. “{}.”",
    "{}: {} is unlikely, sources say",
]
NAMES = ["Lima", "the minister", "Ann Lee", "the United States", "Reuters", "officials", "it", "200", "the report"]
SIGNS = [
    *("“", "”", '"', "‘", "’", "«", "»", "„", "\u2026", "—", ";", ":", "?!", "(", "n't", "'s", "’s"),
    *("\x00", "\r\n", "\r\n\r\n", "\n\n", "\u2028", "\u2029", "\u00a0", "\t", "\u0085", "\x0b", "\x1c", "\x1f"),
    *("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\U000e0041", "\ufffd", "\ufffe", "\uffff"),
    *("\u202eשלום\u202c", "\u2066مرحبا\u2069", "\u200f", "\u061c", "北京", "ﬁ", "İ", "ß", "ǆ", "\U0001f9ff"),
    *("🧑‍🚀", "👩‍👩‍👧", "🇰🇪", "e\u0301", "a" + "\u0300\u0323" * 9, "\u0301", "\u0378", "\U000e0fff", "\U0010ffff"),
]
WORDS = ["said", "denied", "it", "that", "by", "of", "Beijing", "the U.S.", "sources", "if", "may", "May", "claims"]
MARKUP = [  # what one format or another takes for more than words
    *(
        "<b>",
        "</td>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<script>x</script>",
        "&lt;",
        "&#0;",
        "&",
        '" onload="x',
        "'>",
    ),
    *("{{7*7}}", "{% x %}", "![x](http://192.0.2.1/y)", "[a](javascript:x)", "`x`", "**", "# ", "|", "\\", "$x$"),
    *("=1+1", "+1", "-1", "@x", "＝1", "_x000D_", "http://192.0.2.1", "a@example.org", "\t=1", '"="', "%s", "\x1b[31m"),
]
POINTS = st.characters(codec="utf-8")
PIECES = st.one_of(
    st.sampled_from(SIGNS),
    st.sampled_from(MARKUP),
    st.text(POINTS, min_size=1, max_size=4),
    st.text(st.characters(categories=("Cn", "Co", "Cf", "Mn", "Me")), min_size=1, max_size=3),
)


@st.composite
def names(draw: st.DrawFn) -> str:
    """A word or two; half of them with something strange in front, inside or behind."""
    name = draw(st.sampled_from([*NAMES, *UN_MEMBERS[:20]]))
    at = draw(st.integers(0, len(name)))
    return name[:at] + draw(st.just("") | PIECES) + name[at:]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    told = draw(st.sampled_from(WITH_GAPS))
    return told.format(*(draw(names()) for _ in range(told.count("{}"))))


@st.composite
def riddled(draw: st.DrawFn) -> str:
    """News with pieces put in anywhere."""
    text = "\n\n".join(draw(st.lists(st.sampled_from(NEWS), min_size=1, max_size=3)))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(PIECES) + text[at:]
    return text


@st.composite
def scrambled(draw: st.DrawFn) -> str:
    """The words of two news sentences in any order."""
    words = " ".join(draw(st.lists(st.sampled_from(NEWS), min_size=1, max_size=2))).split()
    return " ".join(draw(st.permutations(words)))


def joined(parts: st.SearchStrategy[str], *, most: int) -> st.SearchStrategy[str]:
    joints = st.sampled_from([" ", " ", "\n\n", ""])
    return st.builds(lambda words, joint: joint.join(words), st.lists(parts, min_size=1, max_size=most), joints)


SHUFFLED = joined(st.sampled_from([*NEWS * 3, *SIGNS, *WORDS]), most=14)
ARTICLES = st.one_of(joined(sentences(), most=5), riddled(), SHUFFLED)  # what is mostly read
TEXTS = st.one_of(ARTICLES, ARTICLES, scrambled(), st.text(max_size=120))  # what may be refused too
