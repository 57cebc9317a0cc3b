"""Banks, one file each."""
