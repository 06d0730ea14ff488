"""PDF by Typst, for answers and pictures: fixed templates, and data that reaches them as text, never as markup."""
