"""Documents to statutes: readers, structure, timeline, index, resolve, diff."""
