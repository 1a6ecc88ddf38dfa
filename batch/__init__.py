"""The engine without a browser: one file, or a corpus."""
