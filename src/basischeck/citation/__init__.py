"""Text to citations: parse, numerals, locators, canonical form, diagnostics."""
