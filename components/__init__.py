"""Show an Analysis; decide nothing about the text."""
