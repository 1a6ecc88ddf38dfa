"""Who speaks for whom, and which words mean one actor: each mechanism with a text that it hits and one that it misses."""

from dataclasses import dataclass

import pytest

from framing.types import ActorKind, Analysis
from tests.framing.conftest import Read
from tests.framing.views import side


def actor_at(record: Analysis, words: str) -> int:
    """The actor whose mention covers most of the last place where `words` stand."""
    start = record.article.text.rindex(words)
    end = start + len(words)
    common = [
        (min(m.end, end) - max(m.start, start), -(m.end - m.start), actor.id)
        for actor in record.actors
        for m in actor.mentions
        if m.start < end and m.end > start
    ]
    assert common, f"nobody is found at {words!r}"
    return max(common)[2]


@dataclass(frozen=True)
class Told:
    """`words` speak for `side` in the text; None: for themselves."""

    text: str
    words: str
    side: str | None


SIDES = [
    # a nation's adjective: officials and public bodies, no firms and no farmers
    Told("Peruvian officials said the road was safe.", "Peruvian officials", "Peru"),
    Told("Peruvian farmers said the road was safe.", "Peruvian farmers", None),
    Told("The Polish navy said the wreck was old.", "The Polish navy", "Poland"),
    Told("Brandel, the Polish shipyard, said the wreck was old.", "Brandel", None),
    Told("A Kenyan government source said the talks were over.", "A Kenyan government source", "Kenya"),
    Told("A Kenyan wedding planner said the talks were over.", "A Kenyan wedding planner", None),
    Told("Western officials said the talks were over.", "Western officials", "West"),
    Told("A Western diplomat said the talks were over.", "A Western diplomat", None),
    # the nouns that introduce a name
    Told(
        "Amina Sesay, the Ghanaian bank's chief executive, spoke. Sesay said it was sound.",
        "Sesay said",
        "Ghanaian bank",
    ),
    Told("Volta Trust fell. Amina Sesay, Volta Trust's chief executive, said it was sound.", "Sesay", "Volta Trust"),
    Told("The chairman of the shipping group Norrland Line, Ulf Berg, said so.", "Ulf Berg", "Norrland Line"),
    Told("The wreck of a boat of the Norrland Line hurt Ulf Berg. Berg said so.", "Berg said", None),
    Told("Ivo Marin, an adviser to the Croatian president, said so.", "Ivo Marin", "Croatia"),
    Told("Ivo Marin, a letter-writer to the Croatian president, said so.", "Ivo Marin", None),
    # an executive is a business's, whoever was named last
    Told(
        "Kanto Resin, a maker of glue, fell after a report by the charity Green Coast. Green Coast replied. "
        "Sota Ueda, the chief executive, said so.",
        "Sota Ueda",
        "Kanto Resin",
    ),
    Told(
        "Kanto Resin, a maker of glue, fell after a report by the charity Green Coast. Green Coast replied. "
        "Sota Ueda, the founder, said so.",
        "Sota Ueda",
        "Green Coast",
    ),
    # whom the lead called by an office is named in the next sentence
    Told(
        "Glue is safe, the head of Peru's health agency said. Amina Sesay said tests were made.", "Amina Sesay", "Peru"
    ),
    Told(
        "Glue is safe, the heads of Peru's health agency said. Amina Sesay said tests were made.", "Amina Sesay", None
    ),
    Told("Lena Okoro, energy critic for the Harbour Party, said so.", "Lena Okoro", "Harbour Party"),
    Told("Lena Okoro, a critic of the Harbour Party, said so.", "Lena Okoro", None),
    Told("Kanto Resin, a maker of glue, grew. Kanto Resin President Sota Ueda said so.", "Sota Ueda", "Kanto Resin"),
    Told("Kanto Resin, a maker of glue, grew. Japanese President Sota Ueda said so.", "Sota Ueda", "Japan"),
    Told("Monitors from the African Union said the vote was calm.", "Monitors", "African Union"),
    Told("Monitors from Addis Ababa said the vote was calm.", "Monitors", None),
    Told("An official in Lima said the talks were over.", "An official in Lima", "Peru"),
    Told("A diplomat in Lima said the talks were over.", "A diplomat in Lima", None),
    # candidates, and those who hold an office no more
    Told("Emmanuel Macron said he would win.", "Emmanuel Macron", "France"),
    Told("Emmanuel Macron, the candidate, said he would win.", "Emmanuel Macron", None),
    Told(
        "The Macron campaign shut its office before the vote. Emmanuel Macron said he would win.",
        "Emmanuel Macron",
        None,
    ),
    Told(
        "The Macron campaign against the tax goes on to the vote. Emmanuel Macron said so.", "Emmanuel Macron", "France"
    ),
    Told("Former President Emmanuel Macron said he would win.", "Emmanuel Macron", None),
    Told("Lena Okoro spoke. Okoro spokesman Ivo Marin said so.", "Ivo Marin", "Lena Okoro"),
    Told("Lena Okoro spoke. Okoro fan Ivo Marin said so.", "Ivo Marin", None),
    Told("Ivo Marin, an adviser to then-President Luka Babic of Croatia, said so.", "Ivo Marin", None),
    Told("Nurses at Almere Hospital spoke. One of them, Joost Prins, said so.", "Joost Prins", "Almere Hospital"),
    Told("Nurses spoke. One of them, Joost Prins, said so.", "Joost Prins", None),
    Told("Rosa Nieto's party, Costa Libre, lost. Nieto said she would stay.", "Nieto", "Costa Libre"),
    Told("Rosa Nieto's mother, Clara Vidal, lost. Nieto said she would stay.", "Nieto", None),
    # regions
    Told("The governor of Sinaloa, Pedro Luna, said so.", "Pedro Luna", "Mexico"),
    Told("The baker of Sinaloa, Pedro Luna, lives in Sinaloa. Luna said so.", "Luna said", None),
    # spokespeople without a body of their own
    Told(
        "The drugmaker Helixa said it was safe. A company spokesman said trials went on.",
        "A company spokesman",
        "Helixa",
    ),
    Told("The drugmaker Helixa said it was safe. A hotel spokesman said rooms were full.", "A hotel spokesman", None),
    Told("The board of Norsk Tind would not speak. A spokeswoman said it was late.", "A spokeswoman", "Norsk Tind"),
    Told('Aerolux cut its target. "It is late," chief executive Tim Vance said.', "Tim Vance", "Aerolux"),
    # a state that has just acted lends its ministries; one of another paragraph does not
    Told("Vietnam and China met. China sent ships. Foreign ministry spokesman Gao Wei said so.", "Gao Wei", "China"),
    Told("China sent ships.\n\nVietnam said no. Foreign ministry spokesman Le Hoa said so.", "Le Hoa", "Vietnam"),
    # who leads what
    Told("Tomas Rell, who heads the dockers' union, said so.", "Tomas Rell", "dockers' union"),
    Told("Tomas Rell, who met the dockers' union, said so.", "Tomas Rell", None),
    Told("Sanna Virtanen (Green League) said so.", "Sanna Virtanen", "Green League"),
    Told("Sanna Virtanen (left) said so.", "Sanna Virtanen", None),
    Told("US Secretary of State Helen Crane said so.", "Helen Crane", "United States"),
    Told("Former US Secretary of State Helen Crane said so.", "Helen Crane", None),
    # papers speak for whoever published them
    Told(
        "Amnesty International published a report. The report said guards lied.",
        "The report said",
        "Amnesty International",
    ),
    Told("Amnesty International read a report. The report said guards lied.", "The report said", None),
    # opposition and insiders are no voice of the state
    Told("Opposition senator Ana Gil spoke in Kenya. Kenya is calm. Gil said so.", "Gil said", None),
    Told("In Kenya, officials said so. Kenya is calm.", "officials", "Kenya"),
    Told("Kenya is calm. Officials familiar with the talks said they had failed.", "Officials", None),
    Told("Jane Rook KC, for the prosecution, told Hull Crown Court so.", "Jane Rook", "United Kingdom"),
    Told("Jane Rook KC, for the defence, told Hull Crown Court so.", "Jane Rook", None),
    # cities and the bodies of other states
    Told("The mayor of Arequipa, Jose Quispe, said so.", "Jose Quispe", "Peru"),
    Told("Peru's Congress said so.", "Congress", "Peru"),
    Told("SEOUL - North Korea fired. South Korea spoke. The South said so.", "The South", "South Korea"),
    # well-known people: who has governed speaks for the state, a politician only for his party
    Told("Jean-Noel Barrot said so in Lima.", "Jean-Noel Barrot", "France"),
    Told("Marine Le Pen said so in Lima.", "Marine Le Pen", None),
    Told("French far-right leader Marine Le Pen said so.", "Marine Le Pen", None),
    Told("US Senator Bernie Sanders said so.", "Bernie Sanders", None),
    Told("US Senator Edna Sands said so.", "Edna Sands", "United States"),
    Told("Sanders, a US senator, left. Bernie Sanders said so.", "Bernie Sanders", None),
    Told("Sands, a US senator, left. Edna Sands said so.", "Edna Sands", "United States"),
    Told("Marine Le Pen, leader of the National Rally, said so.", "Marine Le Pen", "National Rally"),
    # leaders by their surname
    Told("Macron said so.", "Macron", "France"),
    Told("Mr. Macron said so.", "Macron", "France"),
    Told("Mrs. Macron said so.", "Macron", None),
    Told('"We are strong," PM Netanyahu said.', "Netanyahu", "Israel"),
    Told("Yoni Netanyahu said so.", "Netanyahu", None),
    Told("President Trump said so.", "Trump", "United States"),
    Told("Melania Trump said so.", "Trump", None),
    Told("Ivana Trump told a court so. Trump said no.", "Trump said", None),
    Told("Ivana Trump told a court so. President Trump said no.", "Trump said", "United States"),
    Told("Joe Biden came. His son Hunter Biden left. Biden said so.", "Biden said", "United States"),
    Told("Hunter Biden came. His son Beau left. Biden said so.", "Biden said", None),
    Told("Al-Assad said so.", "Al-Assad", "Syria"),
    Told("Bashar's brother Maher al-Assad said so.", "Maher al-Assad", None),
    Told("Rifaat al-Assad said so.", "Rifaat al-Assad", None),
    Told("In Ontario, Trump said so.", "Trump", "United States"),
    Told("The Trump administration said so.", "The Trump administration", "United States"),
    Told("The Trump Tower said so.", "The Trump Tower", None),
    Told("The Macron firm said so.", "The Macron firm", None),
    Told("Bankers Against Trump said so.", "Bankers Against Trump", None),
    Told("Ben van Macron said so.", "Ben van Macron", None),
    Told("Ada Macron-Weiss said so.", "Ada Macron-Weiss", None),
    Told("The Putin-backed party came. Putin said so.", "Putin said", "Russia"),
    Told("The Putin-backed party came. Putin said so.", "The Putin-backed party", None),
    # home is neither proven by a surname, nor by a town that holds one
    Told("Peru fears Putin and only Putin.\n\nThe energy minister, Kari Vik, said so.", "Kari Vik", "Peru"),
    Told("Peru fears Russia and only Russia.\n\nThe energy minister, Kari Vik, said so.", "Kari Vik", "Russia"),
    Told("MODI'IN - The town is cold. The energy minister, Kari Vik, said so.", "Kari Vik", None),
    Told("DELHI - The town is cold. The energy minister, Kari Vik, said so.", "Kari Vik", "India"),
    # home is not proven by a lone adjective
    Told("OSLO - Norway is cold. The energy minister, Kari Vik, said so in Norway.", "Kari Vik", "Norway"),
    Told("A Danish engineer came. The energy minister, Kari Vik, said so.", "Kari Vik", None),
]


@pytest.mark.parametrize("told", SIDES, ids=lambda t: t.text)
def test_side(read: Read, told: Told) -> None:
    record = read(told.text, any_language=True)
    actor = actor_at(record, told.words)
    assert side(record, actor) == (told.side or record.actors[actor].name)


@dataclass(frozen=True)
class Pair:
    """Whether `one` and `other` are one actor in the text."""

    text: str
    one: str
    other: str
    same: bool


SAME = [
    # kinds of bodies
    Pair("Lumo Air said it was ready. Shares in the airline fell.", "Lumo Air", "the airline", True),
    Pair("The airline Lumo Air said it was ready. The company declined to comment.", "Lumo Air", "The company", True),
    Pair("The charity Lumo Aid said it was ready. The airline declined to comment.", "Lumo Aid", "The airline", False),
    Pair("Lumo Air, a Chilean airline, sued. The Chilean company said so.", "Lumo Air", "The Chilean company", True),
    Pair("Lumo Air, a Chilean airline, sued. The Danish company said so.", "Lumo Air", "The Danish company", False),
    Pair("Lumo Air sued. Norsk Tind said the firm had lied.", "Lumo Air", "the firm", True),
    Pair("Lumo Air sued. Norsk Tind said the firm had lied.", "Norsk Tind", "the firm", False),
    Pair(
        "The ruling Blue Union won. The opposition Green Union lost. The ruling party said so.",
        "Blue Union", "The ruling party", True,
    ),
    Pair(
        "The ruling Blue Union won. The opposition Green Union lost. The ruling party said so.",
        "Green Union", "The ruling party", False,
    ),
    Pair("Morocco said so. Spain denied it. Rabat said the kingdom was calm.", "Morocco", "the kingdom", True),
    Pair("Kenya said so. Spain denied it. Nairobi said the kingdom was calm.", "Kenya", "the kingdom", False),
    Pair("The Lagos Herald said it was late. The newspaper blamed rain.", "The Lagos Herald", "The newspaper", True),
    Pair("The rebel Upper Alliance spoke. The rebels said so.", "Upper Alliance", "The rebels", True),
    Pair("The ruling Upper Alliance spoke. The rebels said so.", "Upper Alliance", "The rebels", False),
    Pair("Algeria and Tunisia met. Algiers called on its neighbour to act.", "Tunisia", "its neighbour", True),
    Pair("Algeria and Tunisia met. Algiers called on its neighbour to act.", "Algeria", "its neighbour", False),
    Pair("Banco Sol fell. The central bank said so.", "Banco Sol", "The central bank", False),
    Pair("Banco Sol fell. The bank said so.", "Banco Sol", "The bank", True),
    Pair("Doctors Without Borders said the clinic was hit.", "Doctors Without Borders", "the clinic", False),
    # before and after the name
    Pair("The Tidemark bloc said so. Tidemark won.", "The Tidemark bloc", "Tidemark won", True),
    Pair("The Tidemark bloc said so. Ember won.", "The Tidemark bloc", "Ember won", False),
    Pair("Mossdale, a Welsh brewer, closed.", "Mossdale", "a Welsh brewer", True),
    Pair("Mossdale shocked a Welsh brewer.", "Mossdale", "a Welsh brewer", False),
    # two of one family name: whoever has acted
    Pair("Ana Rowe, mother of Ben Rowe, wept. Rowe said so.", "Ana Rowe", "Rowe said", True),
    Pair("Ana Rowe, mother of Ben Rowe, wept. Rowe said so.", "Ben Rowe", "Rowe said", False),
    Pair("Sarah, 12, was hurt. Sarah Cole, a surgeon, said so.", "Sarah,", "Sarah Cole", False),
    # acronyms of known bodies
    Pair("The Federal Bureau of Investigation said so. The FBI left.", "Federal Bureau of Investigation", "FBI", True),
    Pair("The Federal Bureau of Investigation said so. The CIA left.", "Federal Bureau of Investigation", "CIA", False),
    # rulers
    Pair("Alassane Ouattara, Ivory Coast's president, left. The Ivorian leader said so.", "Alassane", "The Ivor", True),
    Pair("Alassane Ouattara, Ivory Coast's president, left. A Malian leader said so.", "Alassane", "A Malian", False),
    Pair("Chile's president, Ana Rey, left. Chile's head of state said so.", "Ana Rey", "Chile's head", True),
    Pair("Chile's president, Ana Rey, left. Chile's head of customs said so.", "Ana Rey", "Chile's head", False),
    # surnames of leaders
    Pair("Assad came. Bashar al-Assad said so.", "Assad came", "Bashar", True),
    Pair("Assad came. Rifaat al-Assad said so.", "Assad came", "Rifaat", False),
    Pair("Dana al-Rashid came. Rashid said so.", "Dana", "Rashid said", True),
    Pair("Dana al-Rashid came. Rachid said so.", "Dana", "Rachid said", False),
    Pair("Trump came. Donald J. Trump said so.", "Trump came", "Donald", True),
    Pair("Blair jailed\n\nHULL - Kevin Blair, 34, was jailed on Monday.", "Blair jailed", "Kevin Blair", True),
    Pair("Blair jailed\n\nHULL - Kevin Clegg, 34, was jailed on Monday.", "Blair jailed", "Kevin Clegg", False),
    Pair("Blair quits\n\nHULL - Tony Blair and Leo Blair came on Monday.", "Blair quits", "Tony Blair", True),
    # a family name that stands first
    Pair("Tsai may go to Rome\n\nTAIPEI - The singer, Tsai Mei-ling, said on Monday so.", "Tsai may", "Tsai Mei", True),
    Pair("Tsai may go to Rome\n\nTAIPEI - The singer, Wu Mei-ling, said on Monday so.", "Tsai may", "Wu Mei", False),
    # he or she: by given name, kinship, form of address
    Pair("Hillary Marr met Donald Voss. “It is false,” he said.", "Donald Voss", "he", True),
    Pair("Robin Marr met Donald Voss. “It is false,” he said.", "Donald Voss", "he", False),
    Pair("Donald Voss met Zoë Marr. “It is false,” she said.", "Zoë Marr", "she", True),
    Pair("Jordan Voss met Zoë Marr. “It is false,” she said.", "Zoë Marr", "she", False),
    Pair("Donald Voss met Marie-Claire Marr. “It is false,” she said.", "Marie-Claire Marr", "she", True),
    Pair("Marie-Claire Marr met Donald Voss. “It is false,” she said.", "Donald Voss", "she", False),
    Pair("Helen Marr sued Kwame Voss. His lawyer said it was late.", "Kwame Voss", "His", True),
    Pair("Marr sued Kwame Voss. His lawyer said it was late.", "Kwame Voss", "His", False),
    Pair("Helen Marr met Robin Voss. Marr said that he called the vote a sham.", "Robin Voss", "he called", True),
    Pair("Jordan Marr met Robin Voss. Marr said that he called the vote a sham.", "Robin Voss", "he called", False),
    Pair("Robin Voss met his wife, Jordan Marr. Marr left. “It is false,” he said.", "Robin Voss", "he", True),
    Pair("Robin Voss met his boss, Jordan Marr. Marr left. “It is false,” he said.", "Robin Voss", "he", False),
    Pair("The son of the judge, Helen Marr, said so. “It is false,” she said.", "Helen Marr", "she", True),
    Pair("Voss said so. His son, Jordan Marr, said so. “It is false,” she said.", "Jordan Marr", "she", False),
    Pair("Donald Voss met Helen Voss. Mr Voss said it was late.", "Donald Voss", "Voss said", True),
    Pair("Mr Voss left. The guards let Robin Voss go.", "Mr Voss", "Robin Voss", True),
    Pair("Mr Voss left. The guards let Helen Voss go.", "Mr Voss", "Helen Voss", False),
]  # fmt: skip


@pytest.mark.parametrize("pair", SAME, ids=lambda p: f"{p.text} {p.one}={p.other}")
def test_one_actor(read: Read, pair: Pair) -> None:
    record = read(pair.text, any_language=True)
    try:
        found = actor_at(record, pair.one) == actor_at(record, pair.other)
    except AssertionError:
        found = False
    assert found is pair.same


KINDS = [
    ("He told the website Tidewatch that he had left.", "Tidewatch", ActorKind.MEDIA),
    ("He told the waiter Tidewatch that he had left.", "Tidewatch", ActorKind.PERSON),
    ("Nuri Sand, 34, said the river rose.", "Nuri Sand", ActorKind.PERSON),
    ("Xiomara Batres told them. Batres said the river rose.", "Xiomara Batres", ActorKind.PERSON),
    ("Calder & Wye said the river rose.", "Calder & Wye", ActorKind.ORGANISATION),
    ("The coach, Wim Aker, said they had lost.", "Wim Aker", ActorKind.PERSON),
    ("A small party, Ember, said it had lost.", "Ember", ActorKind.ORGANISATION),
    ("Trucks left Goma. The mayor of Goma said so. A fire broke out in Goma.", "Goma", ActorKind.PLACE),
    ("TROMSØ, Norway - The snow fell. The town is cold, people in Tromsø said.", "TROMSØ", ActorKind.PLACE),
    ("Officials in Kerala said so.", "Kerala", ActorKind.PLACE),
    ("South Africa said so.", "South Africa", ActorKind.STATE),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kind(read: Read, text: str, name: str, kind: ActorKind) -> None:
    record = read(text, any_language=True)
    assert record.actors[actor_at(record, name)].kind is kind


LEAD = "A former pilot told a court on Monday that he had flown the guns. {} The trial goes on."


def test_a_lead_that_holds_back_the_name_is_joined_to_it(read: Read) -> None:
    record = read(LEAD.format("Tomas Reyl, 51, said he was paid in cash."), any_language=True)
    assert actor_at(record, "A former pilot") == actor_at(record, "Tomas Reyl")


def test_a_name_with_an_office_of_its_own_is_somebody_else(read: Read) -> None:
    record = read(LEAD.format("The judge, Tomas Reyl, said he would rule in May."), any_language=True)
    assert actor_at(record, "A former pilot") != actor_at(record, "Tomas Reyl")


def test_a_headline_is_joined_to_the_name_that_fulfils_it(read: Read) -> None:
    text = "Swiss lender fires its chief after leak\n\nBERN - The Swiss lender Aarebank said on Friday {}."
    record = read(text.format("that it had fired its chief, and the bank said no more"), any_language=True)
    assert actor_at(record, "Swiss lender") == actor_at(record, "Aarebank")


def test_two_rulers_have_no_side_in_common(read: Read) -> None:
    record = read("Peru sent a note. Both presidents said the border was calm.", any_language=True)
    assert record.actors[actor_at(record, "Both presidents")].side != actor_at(record, "Peru")


def test_a_president_among_ministers_speaks_for_the_state(read: Read) -> None:
    record = read("Peru sent a note. The ministers said the border was calm.", any_language=True)
    assert record.actors[actor_at(record, "ministers")].side == actor_at(record, "Peru")
