"""The examples in docstrings say what the functions return."""

import doctest
import importlib
import pkgutil

import basischeck


def test_every_example_in_a_docstring_holds() -> None:
    names = [found.name for found in pkgutil.walk_packages(basischeck.__path__, "basischeck.")]
    results = [doctest.testmod(importlib.import_module(name)) for name in names]
    assert sum(found.failed for found in results) == 0
    assert sum(found.attempted for found in results) >= 10
