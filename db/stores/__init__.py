"""Rows ⇄ domain values, one store per aggregate."""
