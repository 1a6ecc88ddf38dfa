"""The texts of a bundle: its model card with measured figures, and what may be done with its weights."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from models.heads import HeadKind, find_head
from models.manifest import HeadCard, Manifest
from training.config import Config, Teacher, Turn
from training.corpora import Corpora
from training.evaluate import Measured

TEXTS = Path(__file__).parent / "texts"

QUESTIONS = {
    HeadKind.SENTENCE: "one sentence; words of other voices can be masked",
    HeadKind.SPAN: "one span of a sentence",
    HeadKind.PAIR: "source span → target span",
    HeadKind.WORDS: "every word",
    HeadKind.ROLES: "every word, seen from a cue",
    HeadKind.CLAIMS: "what the second of two texts does to the first",
}

# Corpus -> what it teaches, how to cite it, its licence; the parts of a corpus share an entry.
SOURCES = {
    "newsmtsc": ("tone toward targets; a sentence's tone where they agree", "NewsMTSC (Hamborg & Donnay 2021)", "MIT"),
    "sentfin": ("tone toward companies", "SEntFiN (Sinha et al. 2022)", "MIT"),
    "persent": ("tone toward a person", "PerSenT (Bastan et al. 2020)", "none stated"),
    "dse": ("directed stance, both ways", "DSE (Park, Pan & Joo 2021)", "asks to be cited"),
    "plover": ("political acts; stance where an act is clear", "PLV (Hu et al. 2024, PLOVER)", "none stated"),
    "unscon": ("stance and tone in UN speeches", "UNSCon (Zaczynska et al. 2024)", "CC BY-SA"),
    "szeged_wiki": (
        "hedge cues; vague sourcing",
        "Szeged Uncertainty (Vincze et al. 2012), WikiWeasel (Farkas et al. 2010)",
        "none stated; text CC BY-SA",
    ),
    "szeged_bio": ("hedge cues", "Szeged Uncertainty, biology (Vincze et al. 2008, 2012)", "none stated"),
    "polnear": ("source, cue, content", "PolNeAR (Newell et al. 2018)", "none stated"),
    "uds_ih2": ("event factuality", "UDS-IH2 (Rudinger et al. 2018)", "MIT"),
    "uw": ("event factuality", "UW (Lee et al. 2015)", "MIT repository"),
    "rp": ("event factuality", "RP (Ross & Pavlick 2019)", "MIT repository"),
    "mv2": ("event factuality", "MegaVeridicality 2 (White et al. 2018)", "MIT repository"),
    "perspectrum": ("pairs of claims", "Perspectrum (Chen et al. 2019)", "CC BY-SA"),
    "claimdiff": ("pairs of claims", "ClaimDiff (Ko et al. 2023)", "none stated"),
    "emergent": ("pairs of claims", "Emergent (Ferreira & Vlachos 2016)", "none stated"),
    "nli": (
        "pairs of claims",
        "SNLI (Bowman et al. 2015), MNLI (Williams et al. 2018), JOCI (Zhang et al. 2017)",
        "CC BY-SA; MIT repository",
    ),
    "contests": (
        "who contests which claim",
        "Hedgerow's own articles; texts of PolNeAR (Newell et al. 2018), annotated for Hedgerow",
        "as Hedgerow's code; none stated for PolNeAR",
    ),
    "narrative_framing": ("frames", "Narrative framing (Frermann et al. 2023)", "MIT"),
}


def model_card(
    manifest: Manifest, measured: Sequence[Measured], failures: str, *, config: Config, corpora: Corpora
) -> str:
    """The card as Markdown; `failures` is the table of what the bundle is known to read wrongly."""
    return (
        (TEXTS / "MODEL_CARD.md")
        .read_text(encoding="utf-8")
        .format(
            name=manifest.name,
            encoder=manifest.encoder,
            encoder_sha=manifest.encoder_sha256,
            layers=f"layers above the lowest {config.frozen_layers}" if config.frozen_layers else "layers",
            heads="\n".join(_head(card) for card in manifest.heads),
            figures="\n".join(_figures(one) for one in measured),
            calibration=len(corpora.near),
            precision=config.precision,
            calibrations="\n".join(_calibration(card) for card in manifest.heads),
            comparisons=(TEXTS / "comparisons.md").read_text(encoding="utf-8"),
            scored=(TEXTS / "scored.md").read_text(encoding="utf-8").strip(),
            run=(TEXTS / "run.md").read_text(encoding="utf-8").strip(),
            weighed=(TEXTS / "weighed.md").read_text(encoding="utf-8"),
            selection=config.selection_share,
            folds=(TEXTS / "folds.md").read_text(encoding="utf-8"),
            failures=failures,
            epochs=config.epochs,
            epoch=sum(config.amounts.values()),
            seed=config.seed,
            number_format=config.number_format,
            trust=config.trust,
            elder=config.elder.name,
            elder_sha=config.elder.sha256,
            teachers="\n".join(_teacher(one) for one in config.teachers.values()),
            turns="\n".join(_turn(name, turn) for name, turn in config.turns.items()),
            config_sha=manifest.config_sha256,
            corpora="\n".join(_corpora(corpora)),
        )
    )


def license_note(config: Config) -> str:
    """What is known of the rights in the weights."""
    last = (corpus for turn in config.turns.values() for corpus in turn.corpora)
    taught = (*config.amounts, *last, "narrative_framing")
    lines = [f"- {cite}: {licence}" for name, (_, cite, licence) in SOURCES.items() if name in taught]
    return (TEXTS / "LICENSE").read_text(encoding="utf-8").format(name=config.name, corpora="\n".join(lines))


def _head(card: HeadCard) -> str:
    return f"| {card.spec.name} | {QUESTIONS[card.spec.kind]} | {', '.join(card.spec.labels)} |"


def _figures(one: Measured) -> str:
    told = ", ".join(f"{name} {value:.3f}" for name, value in one.figures.items())
    return f"| {one.head} | {one.split} | {one.count} | {told} |"


def _teacher(one: Teacher) -> str:
    networks = f"{one.networks} crossed networks" if one.crossed else f"networks: {one.networks}"
    return f"- {', '.join(one.heads)}: {networks}{' of the elder' * one.elder}, {one.epochs} epochs"


def _turn(name: str, turn: Turn) -> str:
    layers = f"rank {find_head(name).rank}, {turn.epochs} epochs in batches of {turn.batch_size}"
    return f"- {name}: {layers}, rows of at most {turn.max_pieces} pieces"


def _calibration(card: HeadCard) -> str:
    pairs = zip(card.spec.labels, card.thresholds, strict=True)
    thresholds = ", ".join(f"{label} {threshold:.2f}" for label, threshold in pairs)
    bias = ", ".join(f"{label} {value:+.2f}" for label, value in zip(card.spec.labels, card.biases, strict=True))
    return f"| {card.spec.name} | {card.temperature:.3f} | {bias} | {thresholds} |"


def _corpora(corpora: Corpora) -> Sequence[str]:
    learned = {**corpora.train, **corpora.turned, "narrative_framing": corpora.articles}
    sizes: Mapping[str, int] = {name: len(samples) for name, samples in learned.items()}
    return [
        f"| {cite} | {teaches} | {sizes[name] + sizes.get(f'{name}_plain', 0)} | {licence} |"
        for name, (teaches, cite, licence) in SOURCES.items()
        if name in sizes
    ]
