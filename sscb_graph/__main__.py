"""Lets ``python -m sscb_graph`` do what ``sscb`` does."""

from sscb_graph.cli import main

if __name__ == "__main__":
    main()
