"""Ink: the content of a picture as DOT, SVG, PNG, PDF or text. It asks nothing and knows no plan."""
