"""Wijkwijzer Desktop: from a worry touched on a screen to one sheet of paper in the hand."""

__version__ = "0.1.0"
