"""The examples in docstrings say what the functions return."""

import doctest
import importlib
import pkgutil

import basischeck


def test_every_example_in_a_docstring_holds() -> None:
    found = pkgutil.walk_packages(basischeck.__path__, "basischeck.")
    names = [one.name for one in found if not one.name.endswith("__main__")]  # which would run
    results = [doctest.testmod(importlib.import_module(name)) for name in names]
    assert sum(one.failed for one in results) == 0
    assert sum(one.attempted for one in results) >= 10
