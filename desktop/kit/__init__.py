"""Tools for plug-ins."""
