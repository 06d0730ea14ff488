"""What a picture holds: boxes, lines and words, made from the answers of named questions; nothing of ink."""
