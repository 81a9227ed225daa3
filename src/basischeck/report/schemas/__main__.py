"""Write the schema files from the models, and the reference page where a file is named for it (docs/schemas.md)."""

import json
import sys
from pathlib import Path

from basischeck.report.schemas import SCHEMAS, schema_of
from basischeck.report.schemas.page import page

for _name, (_model, _) in SCHEMAS.items():
    _text = json.dumps(schema_of(_model), ensure_ascii=False, indent=2) + "\n"
    Path(__file__).with_name(f"{_name}.schema.json").write_text(_text, encoding="utf-8")
if sys.argv[1:]:
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
