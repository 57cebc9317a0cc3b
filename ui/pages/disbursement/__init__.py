"""Locked sheets are paid through the bank."""
