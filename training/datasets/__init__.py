"""One reader per corpus; each maps the corpus' labels to those of `framing.types`."""
