"""What all JSON that the commands write has in common."""

from typing import Any

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """One JSON object. It may gain fields; fields that are here keep their names, types and meanings."""

    model_config = ConfigDict(extra="allow", populate_by_name=True, serialize_by_alias=True)


class ToolName(Record):
    """What wrote a document."""

    name: str
    version: str


class ItemPlace(Record):
    """An item of a list and where it stands; empty strings where the list does not say. `row` is 1-based."""

    code: str
    name: str
    sub_name: str
    category: str
    department: str
    file: str
    sheet: str
    row: int


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON schema (2020-12) of what one command writes."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(by_alias=True)}
