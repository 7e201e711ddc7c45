"""How one server grows with counters: `python -m tests.scale [COUNTERS …]` prints the figures that docs/scale.md has."""
