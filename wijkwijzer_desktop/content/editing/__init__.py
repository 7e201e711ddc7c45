"""The YAML of the questions, changed so that all that wasn't changed stays as it was, letter for letter."""
