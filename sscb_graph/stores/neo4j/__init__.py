"""The shared store: plans in Neo4j, read and loaded through the official driver."""
