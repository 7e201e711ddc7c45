"""SQLAlchemy: tables, catalogue, packs."""
