"""The graph of a plan: built from records (``builder``)."""
