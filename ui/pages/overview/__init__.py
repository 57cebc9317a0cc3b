"""Home: the month as a ribbon."""
