"""Items, citations and statutes to the fact tables that rules see."""
