"""What the site takes from elsewhere in the project, and how Chinese paragraphs are set."""

import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_SCHEMAS = Path(__file__).parent / "src" / "basischeck" / "report" / "schemas"
_FENCED = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
# A line of the source ends between two Chinese characters: a browser would show a space there.
_BROKEN = re.compile(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the JSON schemas, which stand beside the models they come from."""
    for schema in sorted(_SCHEMAS.glob("*.schema.json")):
        files.append(File.generated(config, f"schemas/{schema.name}", abs_src_path=str(schema)))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Join the lines of Chinese paragraphs; code stays as it is."""
    parts = _FENCED.split(markdown)
    return "".join(part if number % 2 else _BROKEN.sub("", part) for number, part in enumerate(parts))
