"""Text in, Analysis out: who claims what, how sure, and who disputes it."""

__version__ = "0.1.0"
