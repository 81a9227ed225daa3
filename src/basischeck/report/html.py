"""The report as one page: no outside assets, filters and search without a server, readable on paper."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

import basischeck
from basischeck.report import html_data
from basischeck.report.account import account, coverage, current_to, none_found, not_checked
from basischeck.report.evidence import cited, day, evidence_lines
from basischeck.report.html_problems import Problems, lay_out
from basischeck.report.html_statutes import statute_table
from basischeck.report.result import CheckResult, items_with, summary
from basischeck.rules import SEVERITIES, Rule
from basischeck.rules.page import SEVERITY_WORDS
from basischeck.statute.model import Version


def to_html(result: CheckResult, rules: Sequence[Rule] = (), lives: Mapping[str, Sequence[Version]] | None = None) -> str:
    """Return the page; `rules` give the explanations of the rules that found something, `lives` all versions by statute id.

    The page can be read and printed where scripts do not run; only what of the problems would make it too large is packed.
    """
    groups = html_data.departments(result)
    categories = sorted({group.category for department in groups for group in department.groups})
    found = {finding.rule for finding in result.findings}
    chart, legend = html_data.checked_bar(result)
    environment = _environment()
    return environment.get_template("report.html").render(
        version=basischeck.__version__,
        files=[Path(read.file).name for read in result.lists],
        as_of=day(result.as_of),
        current_to=current_to(result),
        coverage=coverage(result),
        counts=summary(result),
        severities=[(s, SEVERITY_WORDS[s], items_with(result.findings, s)) for s in SEVERITIES],
        sentences=account(result),
        departments=groups,
        none_found=none_found(result),
        problems=_problems(environment, groups, categories),
        categories=categories,
        rule_rows=html_data.rule_rows(result.findings),
        department_rows=html_data.department_rows(groups),
        checked=chart,
        legend=legend,
        depths=html_data.depth_tables(result),
        statutes=statute_table(result, lives or {}),
        not_checked=not_checked(result),
        rules=[rule for rule in rules if rule.id in found],
    )


def _problems(environment: Environment, groups: Sequence[html_data.Department], categories: Sequence[str]) -> Problems:
    article = environment.get_template("article.html")

    def written(group: html_data.Group) -> str:
        return article.render(group=group, category=categories.index(group.category))

    return lay_out(groups, written)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("basischeck.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {"words": SEVERITY_WORDS, "evidence_lines": evidence_lines, "cited": cited}
    return environment
