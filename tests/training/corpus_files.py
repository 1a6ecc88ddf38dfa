"""A small data folder in the published forms of all corpora, of sentences written here."""

import csv
import hashlib
import io
import json

SIDES = ("Beijing", "Moscow", "Kyiv", "Paris", "Rome", "Oslo", "Delhi", "Cairo")
VERBS = ((2.0, "failed", "3", "ACCUSE"), (4.0, "met", "1", "CONSULT"), (6.0, "saved", "2", "AID"))
STANCES = ("SUPPORT", "UNDERMINE")


def write(folder):
    """Write every file that a run reads."""
    files = {
        "newsmtsc/train.jsonl": [news_line(number, topic="grain") for number in range(60)],
        "newsmtsc/devtest_rw.jsonl": [news_line(number, topic="gas") for number in range(9)],
        "newsmtsc/devtest_mt.jsonl": [news_line(number, topic="oil") for number in range(9)],
        "dse/train.txt": [stance_line(number, topic="steel") for number in range(40)],
        "dse/valid.txt": [stance_line(number, topic="fish") for number in range(8)],
        "plover/PLV_train.tsv": ["sentence_id\tmarked_sentence\tgold_penta\tgold_root", *map(act_line, range(60))],
        "sentfin/dataset_1.csv": table(["S No.", "Title", "Decisions", "Words"], map(headline, range(30))),
        "persent/dev.csv": table(PERSENT, map(person, range(12))),
        "unscon/conflict_annotations_sentences.csv": table(UNSCON, map(speech, range(20))),
        "szeged_uncertainty/wiki.xml": uncertain(range(60)),
        **{f"szeged_uncertainty/bio_{part}.xml": uncertain(range(60, 90)) for part in ("bmc", "fly", "hbc")},
        "wikiweasel/train.jsonl": [vague(number) for number in range(60)],
        **{f"polnear/{part}/text/{part}{n}.txt": [news(part, n)] for part in ("train", "dev") for n in range(30)},
        **{f"polnear/{part}/attributions/{part}{n}_ab.ann": said(n) for part in ("train", "dev") for n in range(30)},
        **{f"factuality/{name}/{split}.jsonl": events(name, split) for name, split in FACTUALITY},
        "claimdiff/ClaimDiff-strength-train.json": [claims(relation=0)],
        "claimdiff/ClaimDiff-weak-train.json": [claims(relation=1)],
        "emergent/url-versions-2015-06-14-clean.csv": [EMERGENT, *map(rumour, range(30))],
        "perspectrum/perspective_pool_v1.0.json": [json.dumps(POOL)],
        "perspectrum/perspectrum_with_answers_v1.0.json": [json.dumps(VIEWS)],
        "perspectrum/dataset_split_v1.0.json": [json.dumps(SPLITS)],
        "nli/snli/dev.csv": [NLI, *map(inference, range(30))],
        "nli/joci/dev.csv": [NLI, *map(inference, range(30, 33))],
        "nli/joci/train.csv": [NLI, *map(inference, range(33, 36))],
        "nli/mnli/mnli_7000.tsv": ["index\tpremise\thypothesis\tgold_label", "1\tA boat.\tA ship.\tneutral"],
        "narrative_framing/articles_metadata.tsv": ["ID\ttext\tRE\tHI\tCO\tMO\tEC", *map(framed, range(20))],
    }
    files |= {f"contests/written/row_{number}.toml": [contested(number)] for number in range(30)}
    files["contests/polnear.jsonl"] = [placed(files["polnear/train/text/train0.txt"])]
    for name, lines in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


CONTESTED = """text = '''
{one} accuses {two} of theft

{one} said {two} had stolen boat {number}. It was lost in May {number}.

{two} denied charge {number}.
'''
claims = [
    {{id = "c1", holder = "{one}", voice = "other", content = ["{two} had stolen boat {number}"]}},
    {{id = "c2", holder = "author", voice = "author", content = ["It was lost in May {number}"]}},
]
contests = [{{claim = "c1", by = "{two}", kind = "denies", about = "charge {number}", evidence = "denied"}}]"""


def contested(number):
    return CONTESTED.format(one=SIDES[number % 8], two=SIDES[(number + 1) % 8], number=number)


def placed(lines):
    """One text of PolNeAR's, by positions."""
    digest = hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
    claims = [{"id": "c1", "holder": "Paris", "content": [[0, 5]]}]
    contests = [{"claim": "c1", "by": "Oslo", "kind": "denies", "about": [], "evidence": [[6, 9]]}]
    return json.dumps({"document": "train0", "sha256": digest, "claims": claims, "contests": contests})


def table(columns, rows):
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([columns, *rows])
    return stream.getvalue().rstrip("\n").split("\n")


def news_line(number, *, topic):
    """One NewsMTSC line: the polarity is told by the verb."""
    side, (polarity, verb, _, _) = SIDES[number % 8], VERBS[number % 3]
    text = f"{side} {verb} the talks about {topic} {number}."
    target = {"from": 0, "to": len(side), "mention": side, "polarity": polarity, "further_mentions": []}
    return json.dumps({"primary_gid": f"src_{number}_1_7_x", "sentence_normalized": text, "targets": [target]})


def stance_line(number, *, topic):
    """One DSE line."""
    first, second = SIDES[number % 8], SIDES[(number + 3) % 8]
    verb, label = ("blamed", 3) if number % 2 else ("met", 0)
    return f"[{first}] {verb} [{second}] over {topic} {number}.\t{first}\t{second}\t{label}"


def act_line(number):
    """The columns of PLV that are read."""
    _, verb, penta, root = VERBS[number % 3]
    marked = f"<s>{SIDES[number % 8]}</s> {verb} <t>{SIDES[(number + 1) % 8]}</t> over plan {number}."
    return f"{number}\t{marked}\t{penta}\t{root}"


def headline(number):
    tone = ("negative", "neutral", "positive")[number % 3]
    return [number, f"Acme {number} reports its year", json.dumps({f"Acme {number}": tone}), 5]


PERSENT = ["DOCUMENT_INDEX", "TITLE", "TARGET_ENTITY", "DOCUMENT", "MASKED_DOCUMENT", "TRUE_SENTIMENT", "Paragraph0"]


def person(number):
    return [number, "A title", "Ada Field", f"Ada Field won race {number}.", "", "Positive", "Positive"]


UNSCON = ["file_id", "sentence_text", "A0", "A2", "A3", "A4", "B1", "B2", "B3", "country"]


def speech(number):
    blamed = ["Direct_NegEval", "Country", "-NONE-", "france", "_", "_", "_", "Norway"]
    return [f"speech{number}.txt", f"We reject what France told us in year {number} .", *blamed]


def uncertain(numbers):
    """Every third sentence is hedged, in documents of one sentence."""
    cue = '<ccue type="speculation_modal_probable_">may</ccue>'
    return [
        "<Annotation><DocumentSet>",
        *(
            f"<Document><DocID>d{n}</DocID><DocumentPart><Sentence>{_hedged(n, cue)}</Sentence></DocumentPart></Document>"
            for n in numbers
        ),
        "</DocumentSet></Annotation>",
    ]


def _hedged(number, cue):
    return f"The bridge {cue} close in {number}." if number % 3 == 0 else f"The bridge was built in {number}."


def vague(number):
    label = "certain" if number % 2 else "uncertain"
    return json.dumps({"doc": f"d{number}", "text": _hedged(number, "may"), "conll2010_label": label})


def news(part, number):
    return f"Fares will rise, {SIDES[number % 8]} said in {part} {number}. Nothing else happened in {part} {number}."


def said(number):
    side = SIDES[number % 8]
    return [
        "T1\tContent 0 15\tFares will rise",
        f"T2\tSource 17 {17 + len(side)}\t{side}",
        f"T3\tCue {18 + len(side)} {22 + len(side)}\tsaid",
        "E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3",
    ]


FACTUALITY = (
    *(("UDS_IH2", split) for split in ("train", "dev", "test")),
    *(("UW", split) for split in ("train", "dev")),
    *((name, split) for name in ("RP", "MV2") for split in ("train", "dev")),
)


def events(name, split):
    return [
        json.dumps(
            {
                "text": f"The {name} crew of {split} {number} left .",
                "targets": [{"span1": [6, 7], "label": float(number % 7 - 3), "span_text": "left"}],
            }
        )
        for number in range(21)
    ]


def claims(relation):
    """Each third pair has the relation of its file."""
    items = [
        {
            "topic": f"Topic {number}",
            "pair_id": f"id{number}",
            "claim_a": f"The mayor opened bridge {number}.",
            "claim_b": f"Bridge {number} is still shut.",
            "relation": int(number % 3 == relation),
            "rationale": [],
        }
        for number in range(30)
    ]
    return json.dumps({"data": items})


EMERGENT = "id,claimHeadline,articleHeadline,articleHeadlineStance,articleId,claimId"


def rumour(number):
    stance = ("for", "against")[number % 2]
    return f"{number},Goat {number} sat as mayor,Village speaks of goat {number},{stance},a{number},c{number}"


POOL = [
    {"pId": number, "text": f"Trams {('help', 'harm')[number % 2]} town {number}.", "source": "x"}
    for number in range(60)
]
VIEWS = [
    {
        "cId": number,
        "text": f"Town {number} should build trams",
        "source": "x",
        "perspectives": [
            {"pids": [2 * number + side], "stance_label_3": STANCES[side], "evidence": []} for side in range(2)
        ],
        "topics": [f"topic {number}"],
    }
    for number in range(30)
]
SPLITS = {str(number): ("train", "dev", "test")[number % 3] for number in range(30)}
NLI = "premise,hypothesis,label"


def inference(number):
    label = ("entailment", "contradiction", "neutral")[number % 3]
    return f"Boat {number} races on the river.,Boat {number} is out.,{label}"


def framed(number):
    flags = "\t".join(str(number % 5 == place) for place in range(5))
    return f"{number}\tThe dyke of town {number} is weak. The council argued about the cost for days.\t{flags}"
