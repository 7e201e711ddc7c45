"""Printers and the clock."""
