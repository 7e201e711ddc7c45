"""Weeks of use in minutes."""
