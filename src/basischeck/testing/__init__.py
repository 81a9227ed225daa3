"""Public Hypothesis strategies."""
