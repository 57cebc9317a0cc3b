"""The month's wage sheets."""
