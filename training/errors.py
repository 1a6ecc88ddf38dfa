"""Errors of training, caught by the same base class as all others."""

from framing.errors import HedgerowError


class TrainingError(HedgerowError):
    """A corpus, a configuration or a checkpoint cannot be used."""

    stage = "training"
