"""What a list repository may state in `basischeck.toml`. Known without the library that checks it: most runs have no such file."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from basischeck.facts.horizon import HORIZON

if TYPE_CHECKING:
    from basischeck.cli.configfile import Days
    from basischeck.rules import Profile, Waiver


FILE_NAME = "basischeck.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a list repository; every field may be left out.

    `region` is the list's province or city, `columns` maps header wordings to standard fields, `severity` rule ids to a
    severity or "off", `rules` names further rule files, relative to the configuration file, `waivers` are findings that
    somebody answers for. `mandated` names lists whose every entry has to be covered, relative as well; `peers` lists of other
    levels that may claim the same powers, `services` lists of service items, `level` at which level the list is kept.
    `profile` says how much is asked of the list: basic, standard or strict. `horizon` is the number of days within which a
    coming change of law is told.
    """

    region: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    select: list[str] = field(default_factory=list)
    ignore: list[str] = field(default_factory=list)
    profile: "Profile" = "standard"
    horizon: "Days" = HORIZON
    fail_on: Literal["error", "warning", "info", "never"] = "error"
    severity: dict[str, Literal["error", "warning", "info", "off"]] = field(default_factory=dict)
    rules: list[Path] = field(default_factory=list)
    mandated: list[Path] = field(default_factory=list)
    peers: list[Path] = field(default_factory=list)
    services: list[Path] = field(default_factory=list)
    level: Literal["省级", "市级", "县级", "乡级"] | None = None
    waivers: "list[Waiver]" = field(default_factory=list)

    def files(self, config: Path | None) -> list[tuple[Path, str]]:
        """Return the files that settings name, and `config`, the file of the settings itself, each with what it is."""
        named = (("规则文件", self.rules), ("配置的目录", self.mandated), ("配置的对照清单", self.peers), ("配置的政务服务事项清单", self.services))
        own = (config or Path(FILE_NAME), "配置文件")
        return [own, *((path, what) for what, paths in named for path in paths)]
