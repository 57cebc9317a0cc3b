"""The rights-protection notice board."""
