"""What a server needs around the code: the locked packages (docs/deploying.md tells the rest)."""
