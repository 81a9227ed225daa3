"""The same texts read by basischeck and by the pattern of china-law-mcp, side by side in one run.

Run: python benchmarks/citation_peer.py ANNOTATED.jsonl STRINGS.tsv [--package DIR]. The package has to be installed (pip install
--no-deps china-law-mcp==0.1.1) or lie in DIR; its `ARTICLE_RE` is taken from its source at run time. A reference here is a
title with an article, counted once a text; right means that the annotation has it.
"""

import argparse
import ast
import importlib.util
import json
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from basischeck.citation import forget, parse, parse_numeral

Reference = tuple[str | None, str]


def peer_pattern(folder: str | None) -> re.Pattern[str]:
    """Read ARTICLE_RE from the package's source; SystemExit where it is not installed."""
    spec = None if folder else importlib.util.find_spec("china_law_mcp")
    root = Path(folder) / "china_law_mcp" if folder else Path(spec.origin).parent if spec and spec.origin else None
    if root is None:
        raise SystemExit("china-law-mcp is not installed")
    for node in ast.walk(ast.parse((root / "retrieval.py").read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id == "ARTICLE_RE"
        ):
            assert isinstance(node.value, ast.Call)  # noqa: S101 - the shape of version 0.1.1
            return re.compile(ast.literal_eval(node.value.args[0]))
    raise SystemExit("no ARTICLE_RE in china-law-mcp")


def by_pattern(pattern: re.Pattern[str], text: str) -> set[Reference]:
    """Read references as the pattern does."""
    return {(found.group(1), str(parse_numeral(found.group(2)))) for found in pattern.finditer(text)}


def by_basischeck(text: str) -> set[Reference]:
    """Read references with basischeck: those of titles in brackets, and all others with no title."""
    return {
        (citation.title if citation.bracketed else None, locator.article)
        for citation in parse(text).citations
        for locator in citation.locators
        if locator.article
    }


def annotated(path: str) -> list[tuple[str, set[Reference], set[str]]]:
    """Load (text, references, article numbers that are neither right nor wrong)."""
    rows = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        wanted = {
            (one["title"] if one.get("bracketed") else None, str(one["article"]))
            for one in row["refs"]
            if one["article"]
        }
        rows.append((row["text"], wanted, {str(one["article"]) for one in row["ignore"] if one.get("article")}))
    return rows


def compare(name: str, read: Callable[[str], set[Reference]], gold: list, cells: Iterable[str]) -> None:  # type: ignore[type-arg]
    """Print one row of the table."""
    found = right = wanted = 0
    for text, references, neutral in gold:
        got = {one for one in read(text) if one in references or one[1] not in neutral}
        found, right, wanted = found + len(got), right + len(got & references), wanted + len(references)
    size = total = 0
    forget()
    start = time.perf_counter()
    for cell in cells:
        size += len(cell)
        total += len(read(cell))
    speed = size / (time.perf_counter() - start)
    print(
        f"{name:<16}{wanted:>10}{found:>10}{right:>10}{right / max(1, found):>11.3f}{right / wanted:>9.3f}{total:>16}{speed:>16,.0f}"
    )


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("annotated")
    options.add_argument("strings")
    options.add_argument("--package")
    chosen = options.parse_args()
    pattern = peer_pattern(chosen.package)
    gold = annotated(chosen.annotated)
    lines = Path(chosen.strings).read_text(encoding="utf-8").split("\n")
    cells = [line.split("\t")[0].replace("\\n", "\n") for line in lines if line]
    parse("《甲法》第一条")
    print(
        f"{'':<16}{'annotated':>10}{'found':>10}{'right':>10}{'precision':>11}{'recall':>9}{'found in cells':>16}{'code points/s':>16}"
    )
    compare("basischeck", by_basischeck, gold, cells)
    compare("china-law-mcp", lambda text: by_pattern(pattern, text), gold, cells)


if __name__ == "__main__":
    main()
