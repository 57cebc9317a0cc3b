"""Workers sign their lines."""
