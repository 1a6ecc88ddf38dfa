"""Short articles with the build of the reference article, on other states, with other verbs and in other order.

States stand for themselves; every person, outlet and event is invented.
"""

from dataclasses import dataclass, field

from framing.types import Act, ContestKind

DENIES, DOUBTS, REJECTS = ContestKind


@dataclass(frozen=True, slots=True)
class Dispute:
    """`by` contests what `against` put forward; `claim`: words of the contested claim, empty where none is stated."""

    by: str
    kind: ContestKind
    against: str
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An article and the relations that its record must hold."""

    text: str
    lead: str  # who holds the first claim of the body
    disputes: tuple[Dispute, ...]
    silent: tuple[str, ...]  # sides, in reading order
    hedges: tuple[str, ...]
    sides: tuple[tuple[str, str, str], ...]  # (mention, the words around it, side)
    places: tuple[tuple[str, str], ...]  # (mention, the words around it)
    strangers: tuple[str, ...] = ()  # names that no actor may have
    not_said: tuple[tuple[str, Act, str], ...] = ()  # (side, act, content) that is no claim
    wrong: dict[str, str] = field(default_factory=dict)  # check -> why it fails today


UGANDA = Told(
    text="""Uganda’s Kirabo to Travel to Kenya ‘Within Days’ – Sources

Ugandan President Moses Kirabo intends to travel to Kenya within days, the Lakeside Wire reported on Tuesday, citing officials who asked not to be named.

Kenyan President Joyce Wanjala asked Kirabo to come to Nairobi this month. If verified, the trip would be his first since 2019. He had been due to arrive in June.

The Kenyan presidency refused to comment on the trip. Uganda’s Foreign Ministry did not reply to a request for comment.

Kampala’s offer to mediate has been greeted with doubt by European diplomats, who point to Uganda’s close ties with Nairobi.

Nairobi cautioned in May that Uganda was weighing shipments of “field equipment” to rebels in Congo, but Kampala dismissed the allegation and urged Kenya to stop “feeding rumours.”
""",
    lead="Lakeside Wire",
    disputes=(
        Dispute("Uganda", DENIES, "Kenya", "field equipment"),
        Dispute("European diplomats", DOUBTS, "Uganda", "to mediate"),
    ),
    silent=("Kenya", "Uganda"),
    hedges=("intends to", "If verified", "asked not to be named", "was weighing"),
    sides=(
        ("Kampala", "Kampala’s offer", "Uganda"),
        ("Kampala", "but Kampala dismissed", "Uganda"),
        ("Ugandan", "Ugandan President", "Uganda"),
        ("Uganda’s Foreign Ministry", "Uganda’s Foreign Ministry", "Uganda"),
        ("Kirabo", "asked Kirabo", "Uganda"),
        ("Joyce Wanjala", "President Joyce Wanjala", "Kenya"),
        ("Nairobi", "Nairobi cautioned", "Kenya"),
        ("Nairobi", "ties with Nairobi", "Kenya"),
    ),
    places=(("Nairobi", "come to Nairobi"),),
)

INDONESIA = Told(  # the denial comes before the claim
    text="""Jakarta rejects warning over fishing fleet

Indonesia has rejected a warning by Australia that its fishing fleet may carry listening gear. Canberra had said on Monday that Jakarta was mulling sending “survey boats” into the Timor Sea.

An Indonesian minister could visit Canberra as early as next week, the Coral Coast Herald said, quoting two people familiar with the plans.

Australia’s foreign ministry declined to discuss the visit. The Indonesian embassy in Canberra did not return calls.

Jakarta’s call for joint patrols has met with scepticism from Pacific islanders. The reported visit, if confirmed, would come before a summit of the Association of Southeast Asian Nations.
""",
    lead="Australia",
    disputes=(
        Dispute("Indonesia", DENIES, "Australia", "may carry listening gear"),
        Dispute("Pacific islanders", DOUBTS, "Indonesia", "joint patrols"),
    ),
    silent=("Australia", "Indonesia"),
    hedges=("may", "was mulling", "could", "people familiar with", "reported", "if confirmed"),
    sides=(
        ("Jakarta", "Jakarta rejects", "Indonesia"),
        ("Jakarta", "Jakarta was mulling", "Indonesia"),
        ("Jakarta", "Jakarta’s call", "Indonesia"),
        ("Indonesian", "An Indonesian minister", "Indonesia"),
        ("Canberra", "Canberra had said", "Australia"),
    ),
    places=(("Canberra", "visit Canberra"), ("Canberra", "embassy in Canberra")),
    strangers=("East Timor",),
    not_said=(("Indonesia", Act.WARN, "fishing fleet"),),
    wrong={},
)

PERU = Told(  # passives throughout
    text="""Lima accused of plan to dam border river

Peru was accused by Bolivia on Thursday of planning to dam a river that both share. The accusation was rejected by Lima hours later.

The dam may be opened as soon as March, it was reported by El Faro del Lago, which cited engineers who declined to be identified.

Bolivia’s efforts to settle the quarrel have been met with doubt by Chilean officials. Peru’s water ministry did not respond to a request for comment, and the presidential palace in La Paz would not comment.

Rain is expected to fill the river in January.
""",
    lead="Bolivia",
    disputes=(
        Dispute("Peru", DENIES, "Bolivia", "planning to dam a river"),
        Dispute("Chile", DOUBTS, "Bolivia"),
    ),
    silent=("Peru", "Bolivia"),
    hedges=("planning to", "may", "declined to be identified", "is expected to"),
    sides=(
        ("Lima", "Lima accused", "Peru"),
        ("Lima", "rejected by Lima", "Peru"),
        ("Peru’s water ministry", "Peru’s water ministry", "Peru"),
        ("Chilean officials", "by Chilean officials", "Chile"),
    ),
    places=(("La Paz", "palace in La Paz"),),
    strangers=("Lima hours", "Faro del Lago"),
    not_said=(("Peru", Act.ACCUSE, "plan to dam"),),
)

TURKEY = Told(  # direct speech, the cue after the words
    text="""Ankara and Sofia trade words over drones

“Turkey is preparing to fly armed drones along our border,” Bulgaria’s defence minister, Ivaylo Radkov, said on Friday.

“That is a lie,” his Turkish counterpart, Selim Arıkan, replied. Ankara denied the claim again in the evening, and told Sofia to stop “inventing enemies.”

Arıkan plans to visit Sofia in April, according to the Balkan Courier, which named no source. If true, the visit would be the first in a decade.

Sofia’s proposal for a hotline was viewed with scepticism by Greek officials. NATO declined to comment. The Turkish presidency did not immediately respond.
""",
    lead="Ivaylo Radkov",
    disputes=(
        Dispute("Turkey", DENIES, "Bulgaria", "armed drones"),
        Dispute("Greece", DOUBTS, "Bulgaria", "hotline"),
    ),
    silent=("NATO", "Turkey"),
    hedges=("is preparing", "plans to", "If true"),
    sides=(
        ("Ankara", "Ankara denied", "Turkey"),
        ("Selim Arıkan", "Selim Arıkan", "Turkey"),
        ("Ivaylo Radkov", "Ivaylo Radkov", "Bulgaria"),
        ("Sofia", "told Sofia", "Bulgaria"),
        ("Sofia", "Sofia’s proposal", "Bulgaria"),
        ("Greek officials", "by Greek officials", "Greece"),
    ),
    places=(("Sofia", "visit Sofia"),),
    not_said=(("Turkey", Act.DENY, "inventing enemies"),),
)

VIETNAM = Told(  # the claim in a paragraph of its own, the dispute with a pronoun
    text="""Manila says Hanoi may fence off reef

The Philippines alleged on Wednesday that Vietnam was considering fencing off a reef that both countries claim.

Hanoi denied it. “Not one post has been driven,” a foreign ministry spokeswoman, Le Thi Suong, told reporters.

Vietnam’s plan to share the reef has drawn scepticism from Malaysian diplomats.

Philippine President Ramon Ilagan might go to Hanoi in the autumn, the Sulu Gazette reported, citing an unnamed aide. Malacanang Palace did not answer questions. The Vietnamese government has not commented on the trip.
""",
    lead="Philippines",
    disputes=(
        Dispute("Vietnam", DENIES, "Philippines", "fencing off a reef"),
        Dispute("Malaysia", DOUBTS, "Vietnam", "to share the reef"),
    ),
    silent=("Philippines", "Vietnam"),
    hedges=("was considering", "might", "unnamed aide"),
    sides=(
        ("Hanoi", "Hanoi denied", "Vietnam"),
        ("Le Thi Suong", "Le Thi Suong", "Vietnam"),
        ("Ramon Ilagan", "Ramon Ilagan", "Philippines"),
        ("Manila", "Manila says", "Philippines"),
    ),
    places=(("Hanoi", "go to Hanoi"),),
    wrong={},
)

QATAR = Told(  # an offer that is refused, an accusation by noun
    text="""Doha’s offer to host talks is turned down

Chad on Sunday turned down Qatar’s offer to host talks with the rebels. N’Djamena said the rebels had broken two truces.

Accusations from Chad that Sudan is arming the rebels were dismissed by Khartoum as “a tired tale.”

The talks could still open in Doha in November, the Sahel Post reported, citing diplomats briefed on the matter. If it is confirmed, the date will be the third so far.

Qatar’s Foreign Ministry declined to comment. There was no immediate response from the Chadian army.
""",
    lead="Qatar",
    disputes=(
        Dispute("Chad", REJECTS, "Qatar", "to host talks"),
        Dispute("Sudan", DENIES, "Chad", "arming the rebels"),
    ),
    silent=("Qatar", "Chad"),
    hedges=("could", "diplomats briefed on", "If it is confirmed"),
    sides=(
        ("Doha", "Doha’s offer", "Qatar"),
        ("N’Djamena", "N’Djamena said", "Chad"),
        ("Khartoum", "by Khartoum", "Sudan"),
        ("Chadian army", "the Chadian army", "Chad"),
    ),
    places=(("Doha", "open in Doha"),),
    wrong={},
)

ARTICLES = {
    "uganda": UGANDA, "indonesia": INDONESIA, "peru": PERU, "turkey": TURKEY, "vietnam": VIETNAM, "qatar": QATAR,
}  # fmt: skip

# One relation in many words: {a} put it forward, {b} denies it; cities and states stand for the same side.
SAME_RELATION = [
    "{a} said {b} had jammed its radios. {b} denied it.",
    "{a} said {b} had jammed its radios, a claim that {b} denied.",
    "{a} says {b} has jammed its radios, but {b} has denied the claim.",
    "{a} accused {b} of jamming its radios. {b} rejected the accusation.",
    "{a} accused {b} of jamming its radios. The accusation was rejected by {b}.",
    "{b} was accused by {a} of jamming its radios. {b} rejected the accusation.",
    "{b} denied {a}'s claim that it had jammed its radios.",
    "{b} has dismissed a claim by {a} that it had jammed its radios.",
    "{b} denied jamming the radios. {a} had accused {b} of jamming its radios.",
    "{a} alleged that {b} had jammed its radios. {b} called the allegation baseless.",
    "According to {a}, {b} jammed its radios. {b} disputes that.",
    '"{b} has jammed our radios," {a} said. "That is untrue," {b} replied.',
    "{a} warned that {b} was jamming its radios. {b} brushed aside the warning.",
    "{b}, which {a} says jammed its radios, has denied the charge.",
]
PAIRS = {"Kenya": "Uganda", "Quito": "Lima", "Warsaw": "Minsk"}
SIDES = {"Quito": "Ecuador", "Lima": "Peru", "Warsaw": "Poland", "Minsk": "Belarus"}
BROKEN: dict[str, str] = {}  # frame -> why it fails today
