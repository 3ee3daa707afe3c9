"""The version of this software, where everything can read it without a circle of imports."""

__version__ = "0.1.0"
