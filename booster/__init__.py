"""Social Impact Booster, digital edition. Importing this package does no work."""

__version__ = "0.1.0"
