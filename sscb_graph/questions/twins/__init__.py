"""One module a question, named as its .cypher file: the same answer over the embedded graph."""
