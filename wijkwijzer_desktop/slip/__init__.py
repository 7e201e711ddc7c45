"""The slip as PDF, with reportlab."""
