"""Where a finding stands, in the forms that other programs want: paths with forward slashes, URIs."""

from pathlib import Path, PurePath
from urllib.parse import quote

STDIN = "stdin"


def shown_file(file: str) -> str:
    """Return the path of a list as programs for repositories expect it: relative to the working folder, with slashes."""
    if file == "-":
        return STDIN
    path = Path(file)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return PurePath(path).as_posix()


def file_uri(file: str) -> str:
    """Return the path of a list as a URI reference (RFC 3986): relative where the path is, else with the scheme file."""
    shown = shown_file(file)
    if Path(shown).is_absolute():
        return Path(shown).as_uri()
    return quote(shown)
