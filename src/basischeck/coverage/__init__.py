"""Powers that statutes confer, held against a list: which no item claims, and which items claim what no provision confers."""
