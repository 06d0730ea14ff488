"""The questions: one module each, beside the ``.cypher`` file of the same name."""
