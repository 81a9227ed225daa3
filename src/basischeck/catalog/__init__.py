"""List files to items: table readers, header mapping."""
