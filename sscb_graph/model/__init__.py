"""What a plan is made of: its vocabulary, the basis of its facts, and the records of its files."""
