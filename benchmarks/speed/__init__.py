"""How long the engine takes, told as ratios: over work that nobody can avoid, and of what users assemble today.

Seconds belong to one machine, ratios much less. What is compared is measured in turn, round after round in one process,
so that a busy moment hits all alike.
"""
