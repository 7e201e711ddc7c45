"""The workshop: what staff see, and nobody else."""
