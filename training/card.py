"""The texts of a bundle: its model card with measured figures, and what may be done with its weights."""

from collections.abc import Mapping, Sequence

from models.manifest import HeadCard, Manifest
from training.config import Config
from training.evaluate import Measured

_CARD = """# Model card: {name}

Four small heads over one pass of `{encoder}` (22.7 M parameters, Apache-2.0;
`model.safetensors` {encoder_sha}). This folder holds the layers that training changed and the heads,
as float16; word embeddings and the lowest {frozen} encoder layer(s) are read from the encoder itself.

## What it reads

| head | question | labels |
|---|---|---|
| tone | one sentence; words of other voices can be masked | negative, neutral, positive |
| target_tone | one span of a sentence | negative, neutral, positive |
| stance | holder span → target span | supports, neutral, opposes |
| act | source span → target span | verbal / material cooperation / conflict |

It labels what the words say. It does not tell whether a claim is true, and it has no left or right.

## Measured

Read by `models.reader` in float32, the report-only splits scored once, after every choice was made:
`python -m training.evaluate models/bundles/{name} --data FOLDER`.
ECE: expected calibration error of the top label, 15 bins. Sure: share of verdicts not shown as "not sure".

| head | split | questions | macro-F1 | accuracy | ECE | sure | accuracy when sure |
|---|---|---|---|---|---|---|---|
{figures}

Of directed pairs without any sentiment (DSE valid) {no_act:.0%} are "not sure" as to the act: the act head
has no label for "no act", so read its verdicts only where a cue of an act stands between the two.

## Calibration

Temperature by least negative log-likelihood, thresholds as the lowest probability from which on a label's
verdicts were right at least {precision:.0%} of the time, both on a slice of the training corpora cut by
document that taught nothing and is no report split ({calibration} sentences). 0.95 means that the label did
not reach that precision on the slice; 1.0 that there was no slice.

| head | temperature | thresholds |
|---|---|---|
{calibrations}

## Trained on

{train} sentences, {epochs} epochs, AdamW, seed {seed}; configuration {config_sha}.
- NewsMTSC (Hamborg & Donnay 2021), train: tone toward targets; a sentence's own tone where its targets agree.
- DSE (Park, Pan & Joo 2021, "Who Blames or Endorses Whom?"), train without repeated rows and without
  sentences of its valid split: directed stance, both directions of every row; pairs without sentiment also
  teach the act head to be unsure.
- PLV (Hu et al. 2024, PLOVER ontology): political acts; acts of clear sympathy or hostility also as stance.
A fifth of the sentences had quotations or a random run of words masked; one with more than half of its text
masked counts as neutral in its own voice.

## Limits

- English news of 2013-2020, much of it about politics of the United States; other subjects were not measured.
- Sentence tone was measured against labels derived from targets, not against labels of its own.
- PLOVER has no test split: its figures rest on a slice of its train file and move by points by chance.
- DSE calls most pairs neutral; a stance that needs more than its sentence is not seen.
- Sarcasm and irony are read literally.
"""

_LICENSE = """Weights of the Hedgerow bundle "{name}"

These weights are not under the licence of Hedgerow's code. They change layers of
sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0) and were trained on
- NewsMTSC, MIT licence, Copyright 2020 Felix Hamborg;
- DSE (directed sentiment extraction, Park, Pan & Joo 2021), whose authors ask to be cited;
- PLV, annotations in the PLOVER ontology (Hu et al. 2024, "Leveraging Codebook Knowledge with NLI and
  ChatGPT for Zero-Shot Political Relation Classification"), which state no licence.
The texts that were annotated belong to their publishers; none of them is contained here.

Hedgerow's authors claim no further rights in the weights and give no warranty. Whoever redistributes
them or uses them for money should settle for themselves whether the terms of the training data allow it.
"""


def model_card(
    manifest: Manifest,
    measured: Sequence[Measured],
    *,
    config: Config,
    sizes: Mapping[str, int],
    no_act: float,
) -> str:
    """The card as Markdown; `sizes` counts the sentences of the train and calibration slices."""
    return _CARD.format(
        name=manifest.name,
        encoder=manifest.encoder,
        encoder_sha=manifest.encoder_sha256,
        frozen=config.frozen_layers,
        figures="\n".join(_figures(one) for one in measured),
        no_act=no_act,
        precision=config.precision,
        calibrations="\n".join(_calibration(card) for card in manifest.heads),
        train=sizes["train"],
        calibration=sizes["calibration"],
        epochs=config.epochs,
        seed=config.seed,
        config_sha=manifest.config_sha256,
    )


def license_note(name: str) -> str:
    """What is known of the rights in the weights."""
    return _LICENSE.format(name=name)


def _figures(one: Measured) -> str:
    scores = one.scores
    return (
        f"| {one.head} | {one.split} | {scores.count} | {scores.macro_f1:.3f} | {scores.accuracy:.3f} "
        f"| {scores.calibration_error:.3f} | {scores.sure:.2f} | {scores.sure_accuracy:.3f} |"
    )


def _calibration(card: HeadCard) -> str:
    pairs = zip(card.spec.labels, card.thresholds, strict=True)
    thresholds = ", ".join(f"{label} {threshold:.2f}" for label, threshold in pairs)
    return f"| {card.spec.name} | {card.temperature:.3f} | {thresholds} |"
