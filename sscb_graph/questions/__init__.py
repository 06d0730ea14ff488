"""Named questions, and the flow from typed values to an answer."""
