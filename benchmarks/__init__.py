"""Measures speed, and quality against pinned floors; nothing imports it."""
