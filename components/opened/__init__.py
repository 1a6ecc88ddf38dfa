"""The sentences behind one mark of a chart, each quoted and leading to its place."""
