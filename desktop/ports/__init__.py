"""What the services need from the world, as protocols and frozen read models."""
