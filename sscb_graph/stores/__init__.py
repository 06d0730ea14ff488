"""Where a plan is kept and asked: in this process, or in a shared Neo4j."""
