"""An analyst's corrections, one file per kind of thing that they change; `framing.edits` is what others import.

`operations` says what there is, `addresses` how a correction finds its thing by words; `settle` makes a record whole
again after any of them.
"""
