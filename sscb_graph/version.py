"""The version of the program, which the package, the store's records and the command line share."""

__version__ = "0.1.0"
