"""Languages, translation and formats."""
