"""The questions: a module for each, named after its ``.cypher`` file."""
