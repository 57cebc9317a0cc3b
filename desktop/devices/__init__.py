"""Devices on a line: the only room that opens serial ports."""
