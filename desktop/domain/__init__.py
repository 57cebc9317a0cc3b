"""Pure facts and arithmetic of a labour office; standard library only."""
