"""What `basischeck init` writes: the configuration of a list repository, and the hook that checks the list before a commit."""

import io
import json
import re
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from basischeck.catalog.model import ListFile
from basischeck.cli.choices import SUFFIXES
from basischeck.cli.errors import InputError
from basischeck.cli.settings import FILE_NAME
from basischeck.facts.territory import home_of, region_of
from basischeck.pattern import regex

BASELINE = "basischeck-baseline.json"
HOOKS = ".pre-commit-config.yaml"
HOOK_ID = "basischeck"
_FOUND = regex(r"列 [A-Z]+“(?P<header>[^”]+)”的内容是法律依据")

_MANDATED = regex(r"下放|赋权|承接|许可事项(?:清单|目录)|指导目录|通用目录")


def region_in_lists(lists: Sequence[ListFile]) -> str | None:
    """Return the region that the lists state or their local statutes show, None where it is not one and the same.

    A list that shows only the province does not contradict one that states a city of it.
    """
    shown = {region_of(read.region, (basis.text for item in read.items for basis in item.bases)) for read in lists} - {None}
    provinces = {home.province for region in shown if region and (home := home_of(region)) and home.province != region}
    found = sorted(region for region in shown if region and region not in provinces)
    return found[0] if len(found) == 1 and home_of(found[0]) is not None else None


def mandated_in_lists(lists: Sequence[ListFile]) -> list[str]:
    """Return the files that are called as lists are that others have to carry over whole（下放事项目录、许可事项清单）."""
    return [read.file for read in lists if _MANDATED.search(Path(read.file).stem)]


def columns_in_lists(lists: Sequence[ListFile]) -> dict[str, str]:
    """Return the headers whose meaning shows only in the cells below them: to be stated, so that it stays so."""
    notes = [note for read in lists for note in read.notes]
    return {found["header"]: "设定依据" for note in notes if (found := _FOUND.search(note))}


def settings_text(lists: Sequence[ListFile], region: str | None, columns: dict[str, str]) -> str:
    """Return the text of basischeck.toml; what could not be found out stands in it as a comment."""
    lines = ["# basischeck 的设置；每一项都可以省略。", ""]
    lines.append(f"region = {_quoted(region)}" if region else '# region = "某省某市"   # 清单的地区；没有能从清单中看出')
    lines += ['fail_on = "error"        # 达到此级别时检查不通过：error、warning、info、never']
    lines += ['profile = "standard"     # 要求的宽严：basic、standard、strict']
    if mandated := mandated_in_lists(lists):
        names = ", ".join(_quoted(Path(file).name) for file in mandated)
        lines += ["# 名称像是必须全部承接的目录，是的，去掉下一行开头的 #，每次核查一并核对：", f"# mandated = [{names}]"]
    if columns:
        lines += ["", "[columns]                # 特殊的列名 = 标准字段"]
        lines += [f"{_quoted(header)} = {_quoted(field)}" for header, field in columns.items()]
    lines += ["", *_known_columns(lists)]
    return "\n".join(lines).rstrip() + "\n"


def _known_columns(lists: Sequence[ListFile]) -> list[str]:
    """Return comments that say how the columns were understood, and which were not."""
    told: dict[str, None] = {}
    unused: dict[str, None] = {}
    for read in lists:
        for sheet in read.sheets:
            for letters, field in sheet.columns.items():
                header = _one_line(sheet.headers.get(letters, ""))
                if header and header != field:
                    told[f"#   {header} → {field}"] = None
            unused.update(dict.fromkeys(map(_one_line, sheet.unmapped)))
    lines = ["# 已经认出的列（认错了的，在 [columns] 中写明）：", *told] if told else []
    return lines + ([f"# 没有用到的列：{'、'.join(filter(None, unused))}"] if any(unused) else [])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string.
    return json.dumps(text, ensure_ascii=False)


def hook(paths: Sequence[str], baseline: bool) -> dict[str, Any]:
    """Return the entry of a hook that checks whole lists whenever one of them, the settings or the baseline changes.

    A folder among `paths` stands for all lists in it, those still to come included.
    """
    args = [*paths, *(["--baseline", BASELINE] if baseline else [])]
    watched = [_watched(path) for path in (*paths, FILE_NAME, *([BASELINE] if baseline else []))]
    return {
        "repo": "local",
        "hooks": [
            {
                "id": HOOK_ID,
                "name": "核查权责清单",
                "entry": "basischeck check",
                "args": args,
                "language": "system",
                "files": f"^(?:{'|'.join(watched)})$",
                "pass_filenames": False,
                "require_serial": True,
            }
        ],
    }


def _watched(path: str) -> str:
    escaped = re.escape(path).replace(r"\ ", " ")
    if not Path(path).is_dir():
        return escaped
    inside = "" if path == "." else f"{escaped}/"
    return rf"{inside}.*\.(?:{'|'.join(suffix[1:] for suffix in SUFFIXES)})"


def hooks_text(path: Path, entry: dict[str, Any]) -> str | None:
    """Return the text of the hook configuration with `entry` added, None where it has a hook of this name already.

    Raises InputError (exit 2) where the file that is there is no such configuration.
    """
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 4096
    yaml.preserve_quotes = True
    try:
        known = yaml.load(path.read_text(encoding="utf-8")) if path.is_file() else None
    except (OSError, YAMLError, ValueError, RecursionError):
        raise InputError(f"{path} 不是有效的 YAML，没有改动。请先改正它。") from None
    known = {"repos": []} if known is None else known
    if not isinstance(known, dict) or not isinstance(known.setdefault("repos", []), list):
        raise InputError(f"{path} 不是 pre-commit 的配置（没有 repos 列表），没有改动。")
    lists = [repo.get("hooks") or [] for repo in known["repos"] if isinstance(repo, dict)]
    if not all(isinstance(each, list) for each in (*lists, known["repos"])) or len(lists) < len(known["repos"]):
        raise InputError(f"{path} 不是 pre-commit 的配置（repos、hooks 应为列表），没有改动。")
    hooks = [one for each in lists for one in each]
    if any(isinstance(one, dict) and str(one.get("id", "")).startswith(HOOK_ID) for one in hooks):
        return None
    return _appended(path, known, entry, yaml)


def _appended(path: Path, known: dict[str, Any], entry: dict[str, Any], yaml: YAML) -> str:
    """Return the configuration with `entry` at the end: the user's own lines as they are, where they end with the repos."""
    wanted = {**known, "repos": [*known["repos"], entry]}
    stream = io.StringIO()
    text = path.read_text(encoding="utf-8") if known["repos"] else ""
    if known["repos"] and list(known)[-1] == "repos" and "repos:" in text:
        indent = re.search(r"^( *)- ", text[text.index("repos:") :], re.M)
        yaml.dump([entry], stream)
        lines = textwrap.indent(textwrap.dedent(stream.getvalue()), indent[1] if indent else "  ")
        joined = text.rstrip("\n") + "\n" + lines
        try:
            if YAML(typ="safe").load(joined) == wanted:
                return joined
        except YAMLError:
            stream = io.StringIO()
    known["repos"].append(entry)
    stream = io.StringIO()
    yaml.dump(known, stream)
    return stream.getvalue()
