"""One file a revision, from old to new."""
