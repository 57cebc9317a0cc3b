"""Forms over frozen values."""
