"""Questionnaire files to a `Pack`: loading, checking, paths."""
