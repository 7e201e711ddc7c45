"""Tests of changing the questions."""
