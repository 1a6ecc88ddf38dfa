"""Traps of news English: in each pair the question holds of the first sentence and not of the second.

A side that the engine gets wrong today carries its reason and is expected to fail, strictly: who mends it
takes the reason away.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from framing.types import Act, Analysis, ContestKind, Factuality, HedgeKind, Voice
from tests.framing.engine import read, read_networked
from tests.framing.views import (
    Found,
    anonymous_claim,
    claim,
    contest,
    hedge,
    hedged_claim,
    holder_speaks_for,
    is_place,
    silence,
    speaks_for,
)

Engine = Callable[[str], Analysis]
DENIES, DOUBTS, REJECTS = ContestKind


@dataclass(frozen=True, slots=True)
class Pair:
    """`finds` holds of `hit` and not of `miss`; the reasons say why a side fails today."""

    finds: Found
    hit: str
    miss: str
    hit_fails: str = ""
    miss_fails: str = ""


MAY = hedge("may", HedgeKind.POSSIBLE)
COULD = hedge("could", HedgeKind.POSSIBLE)
HEDGES = [
    # permission
    Pair(MAY, "The ferry may sink before dawn.", "Passengers may board only with a ticket."),
    Pair(MAY, "Lima may send 20 monitors.", "Under the pact each side may send 20 monitors."),
    Pair(
        MAY,
        "The road may open on Monday.",
        "Members may vote by post.",
        miss_fails="only the world tells that voting is allowed here",
    ),
    Pair(MAY, "The herd may return.", "The court ruled that farmers may graze cattle in the reserve."),
    Pair(
        MAY,
        "The dogs may bite.",
        "Visitors may not bring dogs.",
        miss_fails="only the world tells that dogs are forbidden here",
    ),
    Pair(MAY, "The sale may fail.", "The law says any citizen may inspect the register."),
    Pair(MAY, "Dhaka may ban the nets.", "The treaty says that Dhaka may ban the nets."),
    Pair(MAY, "The envoy may have left Muscat.", "By decree, the envoy may enter Muscat."),
    Pair(
        MAY, "Under the deal the prisoners may already have been freed.", "Under the deal the prisoners may write home."
    ),
    Pair(MAY, "The strike may hurt Chile's mines.", "Any miner may join the strike, the rules say."),
    Pair(MAY, "Sofia said the pipe may have cracked.", "Sofia ruled that the firm may reopen the pipe."),
    Pair(MAY, "Voters in Lusaka may turn against him.", "Voters in Lusaka may vote only after they have registered."),
    # the month
    Pair(MAY, "The vote may be held soon.", "The vote was held on 3 May."),
    Pair(MAY, "The dam may break.", "In May the dam broke."),
    Pair(MAY, "The spring may be dry.", "May was the driest month in years."),
    Pair(MAY, "The election may be delayed.", "The May election was delayed."),
    Pair(MAY, "The trial may open late.", "The trial opens in late May, and a verdict is due by June."),
    Pair(MAY, "The ferries may stop.", "The ferries stopped on May Day."),
    Pair(MAY, "Rome may sell the bonds.", "Rome sold the bonds between May and July."),
    Pair(MAY, "The talks in Doha may fail.", "Since May the talks in Doha have stalled."),
    Pair(MAY, "Theresa Vella may resign.", "Theresa May resigned."),
    # past ability
    Pair(COULD, "The strike could last for weeks.", "From the roof they could see the smoke."),
    Pair(COULD, "The bay could freeze.", "As a girl she could swim across the bay."),
    Pair(
        COULD,
        "The poem could be banned.",
        "By the age of nine he could recite the whole poem.",
    ),
    Pair(
        COULD,
        "Ships could dock there next year.",
        "Before the war, ships could dock at three piers.",
        miss_fails="only the world tells that this war is over",
    ),
    Pair(COULD, "The hatch could open.", "The crew could not open the hatch."),
    Pair(COULD, "The guns could be heard in the capital.", "He said he could hear gunfire."),
    Pair(COULD, "Peru could see heavier rain.", "The villagers could see heavier rain beyond the pass."),
    Pair(COULD, "The tariff could drive up prices.", "One of the guards could read and write."),
    Pair(COULD, "Farmers could sell their milk abroad.", "In those days farmers could sell their milk at the gate."),
    # plain future
    Pair(hedge(), "The bridge will probably close on Sunday.", "The bridge will close on Sunday."),
    Pair(hedge(), "The court will perhaps sit in June.", "Her will was read in court."),
    Pair(hedged_claim(), "The mayor said the bridge might close.", "The mayor said the bridge would close."),
    # negation
    Pair(hedge(), "The truce will possibly hold.", "The truce will no doubt hold."),
    Pair(hedge("likely"), "Rain is likely.", "The fields are alike."),
    Pair(hedge(), "It is possible that the truce will hold.", "It is not possible that the truce will hold."),
    Pair(hedge(), "There is a possibility that he will win.", "There is no possibility that he will win."),
    Pair(hedge(), "The tracks apparently belong to a wolf.", "The tracks belong to a wolf beyond doubt."),
    Pair(hedge(), "Tunis may be right.", "Tunis is, no doubt, right."),
    Pair(hedge(), "The judge did not rule out bail.", "The judge ruled out bail."),
    Pair(hedge(), "The rumour probably isn't true.", "It isn't possible that the rumour is true."),
    Pair(hedge(), "The rumour is not likely to be true.", "It is not conceivable that the rumour is true."),
    Pair(hedge(), "It is not certain that the rumour is true.", "It is certain that the rumour is true."),
    # numbers and decisions
    Pair(
        hedge("reported", HedgeKind.REPORTED),
        "His reported decision to quit shocked them.",
        "The blast killed a reported 200 miners.",
    ),
    Pair(
        hedge("a reported", HedgeKind.APPROXIMATE),
        "The blast killed a reported 200 miners.",
        "His reported decision to quit shocked them.",
    ),
    Pair(
        hedge("reported", HedgeKind.REPORTED),
        "Its reported purchase of four frigates angered Athens.",
        "Athens counted a reported 3,000 arrivals in June.",
    ),
    Pair(
        hedge("a reported", HedgeKind.APPROXIMATE),
        "Malawi spent a reported 40 million dollars on maize.",
        "Malawi reported 40 cases of cholera.",
    ),
    Pair(
        hedge("a reported", HedgeKind.APPROXIMATE),
        "The club paid a reported €12m for the striker.",
        "The club reported a loss of €12m.",
    ),
    Pair(hedge("alleged", HedgeKind.REPORTED), "Two alleged spies were tried in Riga.", "Riga tried two spies."),
    Pair(
        hedge("about", HedgeKind.APPROXIMATE),
        "About 200 people marched.",
        "They talked about two routes.",
    ),
    Pair(hedge("around", HedgeKind.APPROXIMATE), "Around 40 boats sank.", "The boats sailed around the cape."),
    Pair(hedged_claim(by="Kenya"), "Kenya said the dam might be full.", "Kenya said about 200 people had marched."),
    # other words that look like hedges
    Pair(hedge("believed"), "The judge believed that the nurse had fled.", "The judge believed the nurse."),
    Pair(hedge("if"), "Prices will fall if the rains come.", "She asked if he was ready."),
    Pair(hedge("appear"), "The ship appears to have sunk.", "The singer appeared in a film."),
    Pair(hedge("expected"), "He had been expected to travel.", "The count was higher than expected."),
    Pair(hedge("consider"), "Quito was considering sending aid.", "He considered her a friend."),
    Pair(hedge("unconfirmed"), "Two unconfirmed sightings were logged.", "The bishop confirmed two boys."),
]

CLAIM = claim(act=Act.CLAIM)
CLAIMS = [
    Pair(CLAIM, "The rebels claim that they hold the town.", "The insurer paid 40 claims after the flood."),
    Pair(CLAIM, "The firm claims to have found gold.", "The claims office opens at nine."),
    Pair(
        CLAIM,
        "The group claimed responsibility for the blast.",
        "The flood claimed 12 lives.",
    ),
    Pair(
        CLAIM,
        "The runner claimed he had been tripped.",
        "The runner claimed his prize on Sunday.",
    ),
    Pair(CLAIM, "The union claimed that wages had fallen.", "She filed a claim for lost wages."),
    Pair(CLAIM, "Two militias claim that they run the port.", "The insurer turned away hundreds of flood claims."),
    Pair(CLAIM, "Manila claims that the reef is its own.", "Storm claims cost the insurers of Manila dear."),
    Pair(CLAIM, "Georgian miners claim that the pit is unsafe.", "Georgian miners may claim a pension at 55."),
    Pair(CLAIM, "The lab claims that its vaccine works.", "The fever claimed the lives of two nurses."),
    Pair(
        claim(by="Adel Mansour"),
        "Adel Mansour said he took the money.",
        "Adel Mansour did not say that he took the money.",
    ),
    Pair(
        claim(by="Adel Mansour", factuality=Factuality.CERTAINLY_NOT),
        "Adel Mansour said he did not take the money.",
        "Adel Mansour said he took the money.",
    ),
    Pair(
        claim(by="Adel Mansour", factuality=Factuality.CERTAINLY_NOT),
        "Adel Mansour denied that he took the money.",
        "Adel Mansour confirmed that he took the money.",
    ),
    Pair(claim(by="Kenya"), "Kenya said the pact was dead.", "Kenya would have said the pact was dead."),
    Pair(claim(by="Kenya"), "Kenya warned that the dam would fail.", "Kenya was warned that the dam would fail."),
    Pair(
        claim(by="Kenya", act=Act.ACCUSE, target="Uganda"),
        "Kenya accused Uganda of dumping waste.",
        "Kenya was accused by Uganda of dumping waste.",
    ),
    Pair(
        claim(by="Uganda", act=Act.ACCUSE, target="Kenya"),
        "Kenya was accused by Uganda of dumping waste.",
        "Kenya accused Uganda of dumping waste.",
    ),
    Pair(
        claim(by="Uganda", act=Act.ACCUSE, target="Kenya"),
        "Kenya is blamed by Uganda for the spill.",
        "Kenya blames Uganda for the spill.",
    ),
    Pair(
        claim(by="Chile", act=Act.ACCUSE, target="Bolivia"),
        "Bolivia stands accused by Chile of moving border stones.",
        "Chile stands accused by Bolivia of moving border stones.",
    ),
    Pair(
        claim(by="Serbia", act=Act.ACCUSE, target="Croatia"),
        "Croatia, accused by Serbia of jamming radars, recalled its envoy.",
        "Croatia, which accused Serbia of jamming radars, recalled its envoy.",
    ),
    Pair(
        claim(by="India", act=Act.CRITICISE),
        "Nepal was criticised by India for closing the road.",
        "India was criticised by Nepal for closing the road.",
    ),
    Pair(
        claim(by="Finland", act=Act.WARN),
        "Estonia has been warned by Finland that the cable is worn.",
        "Finland has been warned by Estonia that the cable is worn.",
    ),
    Pair(
        claim(by="Uganda"),
        "Kenya was told by Uganda that the dam was full.",
        "Uganda was told by Kenya that the dam was full.",
    ),
    Pair(claim(by="Uganda"), "According to Uganda, the dam is full.", "The dam is full, according to Kenya."),
    Pair(
        claim(by="Uganda", content="The dam … is full"),
        "The dam, Uganda said, is full.",
        "The dam in Uganda is said to be full.",
    ),
    # of what there is none, nobody proposes or demands anything
    Pair(
        claim(act=Act.PROPOSE),
        "Norway has a plan to close the mine.",
        "Norway said it had no plans to close the mine.",
    ),
    Pair(
        claim(act=Act.PROPOSE), "The club has made an offer to buy the pier.", "The club has made no offer to buy it."
    ),
    Pair(claim(act=Act.DEMAND), "The court gave an order to free him.", "The court gave no order to free him."),
    Pair(claim(act=Act.PROPOSE), "Togo proposed changes to the law.", "Togo proposed no changes to the law."),
    Pair(
        claim(content="sales will rise"),
        "The firm voiced an expectation that sales will rise.",
        "The firm has no expectation that sales will rise.",
    ),
    Pair(
        claim(by="Peru", act=Act.CLAIM, content="the ballots were burnt"),
        "Lima offered no proof that the ballots were burnt.",
        "Lima said it had seen no proof that the ballots were burnt.",
    ),
    # asked, told and ordered, not asking: a participle between the subject and its verb
    Pair(
        claim(act=Act.ASK),
        "The minister asked if he would resign, and said he had nothing to hide.",
        "The minister, asked if he would resign, said he had nothing to hide.",
    ),
    Pair(
        claim(by="Jan Novak", act=Act.ASK),
        "The minister, Jan Novak, asked whether the dam was safe, and left.",
        "Jan Novak, asked whether the dam was safe, left the hall.",
    ),
    Pair(
        claim(act=Act.WARN),
        "The minister warned that the dam could break, and did nothing.",
        "The minister, warned that the dam could break, did nothing.",
    ),
    Pair(
        claim(by="Peru", act=Act.REQUEST),
        "Peru asked Chile to resign from the panel.",
        "Peru, asked to resign from the panel, said it would stay.",
    ),
    Pair(
        claim(act=Act.ASK),
        "On Friday, the envoy asked whether the dam was safe, and left.",
        "On Friday, the envoy, asked whether the dam was safe, left the hall.",
    ),
    # a silence is no part of what is said beside it
    Pair(
        claim(by="Kenya", content="answer"),
        "Kenya said it had read the letter and would answer the questions.",
        "Kenya said it was reading the letter but declined to answer questions.",
    ),
    # an age that stands for a person
    Pair(
        claim(by="Ines Duarte", voice=Voice.DIRECT),
        'Ines Duarte lost the race. "I never slept," the 27-year-old said.',
        'The runner lost the race. "I never slept," the 27-year-old said.',
    ),
    # what nobody in particular says
    Pair(
        hedged_claim(content="Larkin had hidden the leak"),
        "It was alleged in a lawsuit filed in Oran that Larkin had hidden the leak.",
        "It was proved in a trial held in Oran that Larkin had hidden the leak.",
    ),
    Pair(
        hedged_claim(content="understood"),
        "The dam is understood to have burst.",
        "It is understood that the dam has burst.",
    ),
    # who denies goes on to tell, not who is spoken of
    Pair(
        claim(by="Kenya", act=Act.SAY, content="it was open"),
        "Kenya denied that Uganda had closed the border, saying it was open.",
        "Kenya denied that Uganda had said it was open.",
    ),
    Pair(
        claim(by="Uganda", content="it was open"),
        "Kenya said that Uganda had refused, saying that it was open.",
        "Kenya denied that Uganda had refused, saying that it was open.",
    ),
    Pair(
        claim(content="shouting abuse"),
        "Lima denied that its envoy had left the hall, shouting abuse.",
        "Lima denied that its envoy had left the hall, saying he had never been there.",
    ),
    Pair(
        claim(by="Ecuador", content="they were merely paused"),
        "Quito denied reports that talks had been broken off, insisting that they were merely paused.",
        "Quito rejected reports that Lima had said they were merely paused.",
    ),
    Pair(
        anonymous_claim(),
        "Villagers said the road was shut.",
        "Police said the road was shut.",
    ),
    Pair(
        hedged_claim(),
        "The minister has quit, the Lakeside Wire said, citing two people with knowledge of the matter.",
        "The minister has quit, the Lakeside Wire said, citing a court paper.",
    ),
    Pair(
        claim(by="Uganda", content="backs the rebels"),
        "Kenya denied Ugandan accusations that it backs the rebels.",
        "Kenya denied Ugandan soldiers a way to the rebels.",
    ),
    Pair(
        anonymous_claim(),
        "Two officials who asked not to be named said the dam was full.",
        "The officials Adel Mansour and Ruth Otieno said the dam was full.",
    ),
    Pair(hedged_claim(), "Sources close to the talks said the dam was full.", "Critics said the dam was full."),
    Pair(anonymous_claim(), "Critics said the dam was full.", "Kenya said the dam was full."),
    Pair(claim(by="Kenya", voice=Voice.DIRECT), '"The dam is full," Kenya said.', "Kenya said the dam was full."),
    Pair(
        claim(by="Kenya", voice=Voice.MIXED),
        'Kenya said the dam was "full to the brim".',
        '"The dam is full," Kenya said.',
    ),
    # scare quotes are nobody's words
    Pair(
        claim(),
        'Quito called the vote "a sham".',
        'The town\'s "smart" bins were full by noon.',
    ),
    Pair(
        claim(voice=Voice.DIRECT),
        '"The reform is dead," said the Slovak premier, Jana Novotna.',
        'The Slovak "reform" was shelved in June.',
    ),
    Pair(
        claim(voice=Voice.MIXED),
        "Ankara said the “referendum” was “null and void”.",
        "Crowds in Ankara burned the so-called “peace plan”.",
    ),
    Pair(
        claim(), "“We were robbed,” said the coach, Luis Prado.", "The coach, Luis Prado, sang “Volver” for his “boys”."
    ),
]

CONTESTS = [
    # doubt
    Pair(
        contest(kind=DOUBTS), "Diplomats doubt that the truce will hold.", "There is no doubt that the truce will hold."
    ),
    Pair(contest(), "Diplomats doubt that the truce will hold.", "Diplomats do not doubt that the truce will hold."),
    Pair(contest(), "Diplomats doubted the offer.", "The offer was without doubt generous."),
    Pair(
        contest(),
        "Nurses doubt the figures.",
        "Nobody doubts the figures.",
    ),
    Pair(contest(kind=DOUBTS), "Aid groups are sceptical of the plan.", "Aid groups are not sceptical of the plan."),
    Pair(
        contest(kind=DOUBTS),
        "The plan met with scepticism from aid groups.",
        "The plan met with applause from aid groups.",
    ),
    Pair(contest(kind=DOUBTS), "Auditors questioned the figures.", "Police questioned two men."),
    Pair(
        contest(kind=DOUBTS),
        "Chad's farmers doubt that the rains will come.",
        "No doubt the rains will come to Chad.",
    ),
    Pair(contest(kind=DOUBTS), "Economists in Accra doubted the forecast.", "The forecast left no doubt in Accra."),
    Pair(
        contest(kind=DOUBTS), "The coroner voiced doubts about the tape.", "When in doubt, the coroner plays the tape."
    ),
    Pair(contest(kind=DOUBTS), "Rescuers cast doubt on the toll.", "The toll is beyond doubt, rescuers said."),
    # goods, people and words
    Pair(contest(kind=DENIES), "Lima rejected the allegations.", "Inspectors rejected 40 tonnes of beef."),
    Pair(contest(kind=REJECTS), "Hanoi rejected the offer.", "Her body rejected the kidney."),
    Pair(contest(), "Hanoi turned down the offer.", "She turned down the heat."),
    Pair(contest(), "Lima dismissed the accusation.", "Lima dismissed the army chief."),
    Pair(contest(), "The firm disputed the figures.", "The two clubs dispute the cup on Sunday."),
    Pair(contest(kind=REJECTS), "Lima declined the invitation.", "Exports declined by 4 percent."),
    Pair(contest(kind=REJECTS), "Lima rejected the offer of talks.", "Lima rejected the claim that it had fired."),
    Pair(contest(kind=DENIES), "Lima rejected the claim that it had fired.", "Lima rejected the offer of talks."),
    Pair(contest(), "Hamburg rejected the allegation.", "Hamburg's customs men rejected a load of Brazilian beef."),
    Pair(contest(), "The union rejected the offer.", "The factory rejects one bolt in 40."),
    Pair(contest(), "Seoul rejected the accusation.", "Seoul's army rejected 40 recruits for bad eyesight."),
    Pair(contest(), "The patient rejected the charge.", "The patient rejected the new liver within days."),
    # what is judged stands behind the verdict
    Pair(
        contest(kind=DENIES, by="Peru"),
        'Lima dismissed as "fiction" a report in the Sun that the dam had burst.',
        'Lima dismissed as "coach" a man in the Sun who had lost the cup.',
    ),
    Pair(
        contest(kind=DENIES, by="Peru"),
        "Lima dismissed as baseless claims that it had shelled the town.",
        "Lima dismissed as spokesman the man who told the town.",
    ),
    Pair(
        contest(kind=DENIES, by="Peru"),
        "Lima dismissed as propaganda reports that it had shelled the town.",
        "Lima served as host when reports that it had shelled the town came.",
    ),
    Pair(
        contest(kind=DENIES, by="Kenya"),
        'Kenya rejected as "totally false" allegations by Sudan that it had armed the rebels.',
        'Kenya rejected as "totally rotten" oranges from Sudan that it had paid for.',
    ),
    Pair(
        contest(kind=REJECTS, by="Kenya"),
        "Kenya rejected as unacceptable a proposal that it should leave.",
        "Kenya described as acceptable a proposal that it should leave.",
    ),
    Pair(
        contest(by="minister", kind=DENIES),
        "The minister, who dismissed as false reports that the dam had burst, left.",
        "The minister, who dismissed as rotten the fruit that the dam had spoilt, left.",
    ),
    Pair(
        claim(by="Peru", act=Act.DENY, content="it had shelled the town"),
        "Lima dismissed as baseless claims that it had shelled the town.",
        "Lima dismissed as baseless Chile's claims that it had shelled the town.",
    ),
    Pair(
        contest(kind=DENIES, by="Larkin Foods"),
        "Larkin Foods said in a letter that the dam was intact and dismissed as baseless claims that it had leaked.",
        "Larkin Foods said in a letter that the board was wise and dismissed as baseless claims that it had leaked.",
    ),
    Pair(
        contest(kind=DENIES),
        "Chilean miner dismisses claims that it hid leak",
        "Chilean miner files claims that it paid for leak",
    ),
    # a silence is nothing that could be denied
    Pair(
        contest(by="Sudan", against="Kenya"),
        "Kenya said it would not retreat. Sudan denied it.",
        "Kenya said it would not comment. Sudan denied it.",
    ),
    # a comment on what the sentence has said
    Pair(
        contest(by="Ecuador", against="Peru", claim="the dam had burst"),
        "Lima said the dam had burst, which Quito said was a lie.",
        "Lima said the dam had burst, which Quito said was a shock.",
    ),
    Pair(
        contest(by="Ecuador", against="Peru", claim="the dam had burst"),
        "Lima said the dam had burst, a report that officials in Quito said was not true.",
        "Lima said the dam had burst, a report that officials in Quito said was alarming.",
    ),
    # of two clauses in a headline the second denies its own object
    Pair(
        contest(by="Malawi", against="Tanzania", claim="troops crossed border"),
        "Tanzania says Malawi troops crossed border, Lilongwe denies incursion",
        "Tanzania says Malawi troops crossed border, Lilongwe fears incursion",
    ),
    # a suggestion of what is so, and of what to do
    Pair(
        contest(kind=DENIES),
        "Lima dismissed suggestions that it had known of the leak.",
        "Lima dismissed the suggestion that it should mend the leak.",
    ),
    Pair(
        contest(kind=REJECTS),
        "Lima rejected the idea that it should leave the pact.",
        "Lima rejected the idea that the mine was empty.",
    ),
    # withheld, not contested
    Pair(contest(kind=DENIES), "The two men denied the charge.", "The two men were denied entry at the border."),
    Pair(contest(), "The court denied the report.", "The court denied bail."),
    Pair(contest(), "The guards denied the story.", "The guards denied them food."),
    Pair(contest(), "Aid groups denied the rumours.", "Aid groups were denied access to the valley."),
    Pair(contest(), "The ministry denied the allegation.", "The ministry denied visas to 12 monitors."),
    Pair(contest(), "The school denied the charge.", "The school was denied a licence."),
    Pair(contest(), "Three sailors denied the accusation.", "Three sailors were denied entry to Malta."),
    Pair(contest(), "Vilnius denied the report.", "Vilnius denied entry to two Belarusian buses."),
    Pair(contest(), "The bishop denied the rumour.", "The bishop was denied a permit to march."),
    Pair(contest(), "The prisoner denied the allegation.", "The prisoner was denied parole."),
    Pair(contest(), "The firm denied the claim.", "The firm denied comment."),
    # acts that did not happen
    Pair(contest(), "Lima denied the report.", "Lima would deny the report if it were asked."),
    Pair(contest(), "Lima denied the report.", "Lima did not deny the report."),
    Pair(contest(), "Lima rejected the claim.", "Lima was urged to reject the claim."),
    Pair(contest(), "Quito does not accept the ruling.", "Quito accepts the ruling."),
    # an act that is itself denied
    Pair(contest(kind=REJECTS), "Lima announced that it had rejected the offer.", "Lima denied rejecting the offer."),
    Pair(contest(by="Ecuador"), "Lima said that Quito had denied the report.", "Lima denied that Quito had denied it."),
    Pair(
        contest(by="Ecuador"),
        "Lima countered that Quito had rejected the offer.",
        "Lima denied reports that Quito had rejected the offer.",
    ),
    Pair(
        contest(kind=REJECTS),
        "Lima denied that it had fired and rejected the offer.",
        "Lima denied that it had turned down the offer.",
    ),
    Pair(
        contest(by="Peru", kind=DENIES),
        "Lima denied that Quito had been warned, calling the report a lie.",
        "Lima said that Quito had been warned, calling the report a relief.",
    ),
    Pair(
        contest(by="Ecuador"),
        "Quito denied that Lima had been warned, calling the report a lie.",
        "Lima denied that Quito had been warned, calling the report a lie.",
    ),
    # who was asked about it denies it
    Pair(
        contest(by="United States", kind=DENIES),
        "The White House, asked whether it had urged Lima to wait, called the suggestion untrue.",
        "The White House, asked whether it had urged Lima to wait, called the suggestion wise.",
    ),
    # who gives no proof does not doubt
    Pair(contest(kind=DOUBTS), "Ottawa said it had seen no proof that he lied.", "Ottawa offered no proof."),
    # who against whom
    Pair(
        contest(by="Ghana", against="Togo"),
        "Accra denied Lome's claim that it had fired.",
        "Accra's claim that it had fired was denied by Lome.",
    ),
    Pair(
        contest(by="Norway", against="Iceland"),
        "Iceland's accusation was rejected by Norway.",
        "Norway's accusation was rejected by Iceland.",
    ),
    Pair(
        contest(by="Qatar", kind=DENIES),
        "Reports that a mediator had quit were denied by Qatar.",
        "Reports by Qatar that a mediator had quit were confirmed.",
    ),
    Pair(contest(by="Ghana"), "The report was dismissed by Accra.", "Accra reported that the talks were dismissed."),
    Pair(
        contest(by="Ghana", kind=DENIES, claim="had fired"),
        "Togo said Ghana had fired. Accra denied it.",
        "Togo said Ghana had fired. Accra confirmed it.",
    ),
    Pair(
        contest(by="Ghana", against="Togo"),
        "Togo has accused Ghana of arming rebels, a charge Accra denies.",
        "Togo has accused Ghana of arming rebels, a charge Accra repeats.",
    ),
    Pair(
        contest(by="Ghana", against="Togo"),
        "Togo has accused Ghana of arming rebels, a charge it denies.",
        "Togo has accused Ghana of arming rebels, a charge it repeats.",
    ),
    Pair(
        contest(by="Ghana", against="Togo"),
        "Ghana has denied Togolese accusations that it arms the rebels.",
        "Ghana has repeated Togolese accusations.",
    ),
    Pair(
        contest(by="Ghana", claim="arms the rebels"),
        "Togo says Ghana arms the rebels. Ghana says it does not.",
        "Togo says Ghana arms the rebels. Ghana says it does.",
    ),
    Pair(
        contest(by="Ghana", claim="arms the rebels"),
        "Togo says Ghana arms the rebels. Ghana disagrees.",
        "Togo says Ghana arms the rebels. Ghana agrees.",
    ),
    Pair(
        contest(by="Adel Mansour", claim="stole"),
        "Prosecutors say he stole the ring. Adel Mansour denied it.",
        "Adel Mansour denied that he met the man who, prosecutors say, stole the ring.",
    ),
    Pair(
        contest(by="Ghana", kind=DENIES),
        "A Ghanaian claim was denied. Ghana denied shelling the town.",
        "A Ghanaian claim was denied. Ghana admitted shelling the town.",
    ),
]

HUSHED = silence(by="Adel Mansour")
SILENCES = [
    Pair(HUSHED, "Adel Mansour declined to comment.", "Adel Mansour declined to be identified."),
    Pair(HUSHED, "Adel Mansour refused to comment.", "Adel Mansour refused to be named."),
    Pair(HUSHED, "Adel Mansour denied comment.", "Adel Mansour denied the report."),
    Pair(HUSHED, "Adel Mansour would not say whether he had paid.", "Adel Mansour did not say that he had paid."),
    Pair(
        HUSHED,
        "Adel Mansour did not answer a request for comment.",
        "Adel Mansour did not answer to the mayor.",
    ),
    Pair(HUSHED, "Adel Mansour refused to confirm the sale.", "Adel Mansour refused to sell the boat."),
    Pair(
        HUSHED,
        "Adel Mansour would not confirm the sale.",
        "Adel Mansour confirmed the sale.",
    ),
    Pair(HUSHED, "Adel Mansour could not be reached.", "Adel Mansour could be reached by telephone."),
    Pair(HUSHED, "There was no comment from Adel Mansour.", "There was a comment from Adel Mansour."),
    Pair(HUSHED, "Adel Mansour neither confirmed nor denied the sale.", "Adel Mansour denied the sale."),
    Pair(
        HUSHED,
        "Asked about the sale, Adel Mansour said nothing.",
        "Adel Mansour said nothing would be sold.",
    ),
    Pair(
        HUSHED,
        "Adel Mansour did not respond to emails.",
        "Adel Mansour did not respond to treatment.",
    ),
    Pair(silence(), "The bank did not return calls.", "The bank did not return the deposit."),
    Pair(silence(), "The bank has yet to respond.", "The bank has yet to open."),
    Pair(silence(), "The firm made no comment.", "The firm made no profit."),
    Pair(
        silence(),
        "The firm would not be drawn on the sale.",
        '"We will not be drawn into this," the mayor, Ruth Otieno, said.',
    ),
    Pair(
        silence(by="Ruth Otieno"),
        '"No comment," said the mayor, Ruth Otieno.',
        '"No comma," said the mayor, Ruth Otieno.',
    ),
    Pair(silence(by="Kenya"), "Kenya's treasury declined to comment.", "Kenya's exports declined by a tenth."),
    Pair(silence(by="Brazil"), "Brazil denied comment.", "Brazil denied that it had paid."),
    Pair(
        silence(by="Latvia"), "Latvia's navy refused to discuss the wreck.", "Latvia's navy refused to raise the wreck."
    ),
    Pair(silence(), "The palace would not discuss the will.", "The palace would not sell the will."),
    Pair(silence(), "The army refused to give details.", "The army refused to give ground."),
    Pair(silence(), "The ministry will not name the dead.", "The ministry will not bury the dead."),
    Pair(silence(), "The clinic declined an interview.", "The clinic declined an injection."),
    Pair(
        silence(by="Kenya"),
        "Calls to the Kenyan presidency went unanswered.",
        "Calls to the Kenyan presidency were answered.",
    ),
    Pair(silence(), "The firm declined to answer questions.", "The firm declined to pay."),
    # laid on somebody else
    Pair(silence(), "Lima chose to keep quiet.", "Quito urged Lima to keep quiet."),
    Pair(silence(), "His staff stayed silent.", "He rejected claims that he had pressured staff to stay silent."),
    Pair(silence(), "Told of the leak, clerks kept quiet.", "Clerks were told to keep quiet about the leak."),
    Pair(silence(), "The miners, who stayed silent, went home.", "The miners, told to stay silent, spoke."),
    Pair(
        silence(),
        "The union, which threatened to stay silent, had told Lima.",
        "The clerk whom it told to keep quiet has told Lima.",
    ),
    Pair(silence(), "The mayor decided to remain silent.", "The mayor called on the union to remain silent."),
    Pair(silence(), "Under pressure, the clerks stayed silent.", "The clerks were under pressure to stay silent."),
    # a name withheld is no answer withheld
    Pair(silence(), "The driver would not give details.", "The driver would not give his name."),
    Pair(silence(), "The ministry declined to give the names of the dead.", "Two guards declined to give their names."),
    Pair(
        silence(), "The clinic refused to give her name.", "A man who refused to give his name said the dam had burst."
    ),
    Pair(silence(), "The miner declined to comment.", "The miner asked to be identified only by his surname."),
]

ACTORS = [
    # a city or its government
    Pair(speaks_for("Beijing", "China"), "Beijing condemned the sale.", "The runners met for a marathon in Beijing."),
    Pair(is_place("Beijing"), "The orchestra flew from Beijing to Lima.", "Beijing promised Lima a loan."),
    Pair(speaks_for("Beijing", "China"), "Lima has asked Beijing for a loan.", "Her flat in Beijing is small."),
    Pair(is_place("Nairobi"), "Floods hit markets in Nairobi.", "Nairobi summoned the Swiss envoy."),
    Pair(speaks_for("Paris", "France"), "A quarrel between Rome and Paris flared.", "He lives near Paris."),
    Pair(is_place("Tokyo"), "The court in Tokyo fined the bank.", "Tokyo has lodged a protest with Seoul."),
    # a newspaper, an American state
    Pair(
        speaks_for("Washington", "United States"),
        "Washington imposed tariffs on Brazilian steel.",
        "Floods closed roads across Washington state.",
    ),
    Pair(
        speaks_for("Washington", "United States"),
        "Cairo urged Washington to mediate.",
        "The Washington Post first reported the sale.",
    ),
    Pair(
        speaks_for("Washington", "United States"),
        "Washington denied the report.",
        "Denzel Washington bought a house in Accra.",
    ),
    Pair(speaks_for("Jerusalem", "Israel"), "Jerusalem denied the raid.", "The Jerusalem Post printed the map."),
    Pair(
        speaks_for("Washington", "United States"),
        "Washington said the talks would go on.",
        "She read it in the Washington Post on Monday.",
    ),
    Pair(
        speaks_for("Moscow", "Russia"), "Moscow said the talks would go on.", "She bought a copy of The Moscow Times."
    ),
    Pair(
        speaks_for("Washington", "United States"), "Kenya told Washington to stop.", "Apples grow in Washington state."
    ),
    Pair(speaks_for("Jordan", "Jordan"), "Jordan said the border was open.", "Michael Jordan sold his house."),
    Pair(speaks_for("Chad", "Chad"), "Chad recalled its envoy from Sudan.", "Chad Lowell, a plumber, sold his van."),
    Pair(
        speaks_for("Georgia", "Georgia"),
        "Georgia and Armenia signed the pact.",
        "Peaches from Atlanta, Georgia, cost more this year.",
    ),
    Pair(is_place("Moscow"), "The leader will visit Moscow in spring.", "Moscow rejected the claims."),
    Pair(
        speaks_for("Warsaw", "Poland"),
        "Ties between Minsk and Warsaw have soured.",
        "Flights between Minsk and Warsaw were cancelled.",
    ),
    Pair(
        holder_speaks_for("Iceland"),
        "The ministry in Reykjavik said the ship had sunk.",
        "The embassy in Reykjavik said the ship had sunk.",
    ),
    Pair(
        holder_speaks_for("Norway"),
        "A ministry spokesman in Oslo said the ship had sunk.",
        "An embassy spokesman in Oslo said the ship had sunk.",
    ),
    Pair(
        holder_speaks_for("Japan"),
        "Tokyo denied the report. The embassy in Reykjavik said the ship had sunk.",
        "Tokyo denied the report. The embassy in the Japanese capital said the ship had sunk.",
    ),
    Pair(
        holder_speaks_for("Peru"),
        "Chile denied the report. Peru's ambassador in Santiago said the ship had sunk.",
        "Peru denied the report. In Lima, the ambassador, Jan Novak, said the ship had sunk.",
    ),
    Pair(
        holder_speaks_for("Poland"),
        "Polish officials said the figures were wrong.",
        "Warsaw-based analysts said the figures were wrong.",
    ),
    # the party of a minister is neither the state nor the opposition
    Pair(
        holder_speaks_for("Kenya"),
        "Kenya's prime minister, Ruth Otieno, left. Her ministry said it was late.",
        "Kenya's prime minister, Ruth Otieno, left. Her party said it was late.",
    ),
    Pair(
        holder_speaks_for("Adel Mansour"),
        "Ruth Otieno, whose party ruled, left. The opposition leader, Adel Mansour, said it was late.",
        "Ruth Otieno, whose party ruled, left. The party's leader, Adel Mansour, said it was late.",
    ),
    # there is one prime minister, also where nobody needs one yet
    Pair(
        claim(by="prime minister", content="it was late"),
        "Kenya's envoy, Ruth Otieno, left. The prime minister came in. She said it was late.",
        "Kenya's envoy, Ruth Otieno, left. A prime minister came in. She said it was late.",
    ),
    # `Oslo-based` before a name
    Pair(
        claim(by="Larkin Copper"),
        "The mine's owner, Oslo-based Larkin Copper, said it was late.",
        "The mine's owner met Oslo-based Larkin Copper, and a clerk said it was late.",
    ),
    # an authority for aviation is no airline
    Pair(
        claim(act=Act.ACCUSE, target="Kenya"),
        "Kenya's civil aviation authority met. The union accused the authority of protecting a friend.",
        "Kenya's civil aviation authority met. The union accused a clerk of protecting the airline.",
    ),
    # whose office it is
    Pair(
        holder_speaks_for("Malawi"),
        "Kenya waited. The head of state of Malawi said the plan was dead.",
        "Kenya waited. The head of state of Togo said the plan was dead.",
    ),
    Pair(
        holder_speaks_for("Malawi"),
        "Chad and Malawi met. The secretary of state of Malawi, Ruth Otieno, said the plan was dead.",
        "Malawi waited. The secretary of state of Chad, Ruth Otieno, said the plan was dead.",
    ),
    Pair(
        claim(by="Ruth Otieno", content="it was late"),
        "Malawi's prime minister, Ruth Otieno, left. The prime minister said it was late.",
        "Malawi's health minister, Ruth Otieno, left. The prime minister said it was late.",
    ),
    Pair(
        claim(by="Ruth Otieno", content="it was late"),
        "Malawi's health minister, Ruth Otieno, left. The health minister said it was late.",
        "Malawi's health minister, Ruth Otieno, left. The transport minister said it was late.",
    ),
    Pair(
        holder_speaks_for("Malawi"),
        "Malawi shut the road. The transport minister said it was late.",
        "Malawi shut the road. The shadow transport minister said it was late.",
    ),
    Pair(
        lambda record: "East Timor" in [actor.name for actor in record.actors],
        "East Timor said the border was open.",
        "The ship crossed the Timor Sea.",
    ),
]

TABLES = {"hedges": HEDGES, "claims": CLAIMS, "contests": CONTESTS, "silences": SILENCES, "actors": ACTORS}


def sides(*, hit: bool) -> list[object]:
    """One parameter for each pair: the question and one of its sentences."""
    return [
        pytest.param(
            pair.finds,
            pair.hit if hit else pair.miss,
            id=f"{name}-{pair.hit if hit else pair.miss}",
            marks=[pytest.mark.xfail(strict=True, reason=reason)]
            if (reason := pair.hit_fails if hit else pair.miss_fails)
            else [],
        )
        for name, pairs in TABLES.items()
        for pair in pairs
    ]


def rules_alone(sentence: str) -> Analysis:
    return read(sentence, any_language=True)


ENGINES = [pytest.param(rules_alone, id="rules"), pytest.param(read_networked, id="network")]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("finds", "sentence"), sides(hit=True))
def test_found(engine: Engine, finds: Found, sentence: str) -> None:
    assert finds(engine(sentence))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("finds", "sentence"), sides(hit=False))
def test_not_found(engine: Engine, finds: Found, sentence: str) -> None:
    assert not finds(engine(sentence))
