"""Baselines: what was already found is counted, so that only what is new is shown.

Findings are counted by a key without line numbers (CRAFT, Traps): rule, item and citation stay when rows move. Two
findings with one key and a baseline of one leave one.
"""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from basischeck.citation import normalise
from basischeck.rules.finding import Finding

_FORMAT = 1


class BaselineError(ValueError):
    """A baseline file that is none; the message is Chinese."""


def stable_key(finding: Finding) -> str:
    """Return the key of a finding: 16 hexadecimal digits over rule, item and citation.

    An item is its code where it has one, else department, category, name and sub-item.
    """
    item = finding.item
    named = () if item is None else (item.department, item.category, item.name, item.sub_name)
    who = (item.code,) if item is not None and item.code else tuple(normalise(text) for text in named)
    what = finding.citation or ("" if finding.item else finding.location.sheet)
    return blake2b("\x1f".join((finding.rule, *who, normalise(what))).encode(), digest_size=8).hexdigest()


def write_baseline(findings: Sequence[Finding]) -> str:
    """Return the text of a baseline file of `findings`, sorted so that a diff is readable."""
    counts = Counter((finding.rule, stable_key(finding)) for finding in findings)
    keys = {f"{rule} {key}": count for (rule, key), count in sorted(counts.items())}
    return json.dumps({"basischeck_baseline": _FORMAT, "findings": keys}, ensure_ascii=False, indent=1) + "\n"


def read_baseline(text: str) -> Counter[str]:
    """Return the counts of a baseline file by stable key.

    Raises BaselineError where `text` is no baseline of this format.
    """
    try:
        content = json.loads(text)
        counts = {str(key).split()[-1]: int(count) for key, count in content["findings"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError):
        raise BaselineError("不是基线文件。请用 --write-baseline 重新生成。") from None
    if content.get("basischeck_baseline") != _FORMAT:
        raise BaselineError("基线文件的版本不同。请用 --write-baseline 重新生成。")
    return Counter(counts)


def new_findings(findings: Sequence[Finding], known: Counter[str]) -> list[Finding]:
    """Return the findings beyond the counts of the baseline, in their order."""
    left = known.copy()
    new = []
    for finding in findings:
        key = stable_key(finding)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(finding)
    return new
