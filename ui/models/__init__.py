"""Models between frozen lines and Qt views."""
