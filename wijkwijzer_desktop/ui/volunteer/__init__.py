"""The screen of a volunteer who sits with the visitor."""
