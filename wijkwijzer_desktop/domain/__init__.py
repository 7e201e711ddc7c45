"""What the field knows: frozen values and pure functions, standard library only."""
