"""A knowledge graph of governance and accountability, asked from the command line."""

__version__ = "0.1.0"
