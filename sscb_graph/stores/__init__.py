"""The stores that answer questions: an index in this process, or a shared Neo4j."""
