"""Statutes: reading, structure, identity, records, lookup."""
