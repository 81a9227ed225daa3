"""Rules as data: load, compile, evaluate; findings."""
