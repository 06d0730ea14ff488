"""The kinds of picture: one module each, from answers to a picture."""
