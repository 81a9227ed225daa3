"""Write the schema files from the models."""

import json
from pathlib import Path

from basischeck.report.schemas import SCHEMAS, schema_of

for _name, (_model, _) in SCHEMAS.items():
    _text = json.dumps(schema_of(_model), ensure_ascii=False, indent=2) + "\n"
    Path(__file__).with_name(f"{_name}.schema.json").write_text(_text, encoding="utf-8")
