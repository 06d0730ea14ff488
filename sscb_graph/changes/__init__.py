"""What differs between two graphs of a plan, and what that means to people."""
