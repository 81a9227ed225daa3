"""The user's own index: documents of their own with text, kept apart from the embedded index.

The folder holds the documents as they were added (`documents/`) and the records built from them; every addition builds
the records anew. What is in it is found where the embedded index has nothing of that title.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

from basischeck.kept import user_data_dir
from basischeck.statute.build import build_corpus
from basischeck.statute.gather import BuildReport, read_sources
from basischeck.statute.readers import SourceError
from basischeck.statute.shards import write_corpus


def own_folder() -> Path:
    """Return the folder of the user's own index: `corpus` in the user's data folder."""
    return user_data_dir() / "corpus"


def add_files(files: Sequence[Path], folder: Path) -> list[tuple[str, int]]:
    """Add documents; return title and number of articles of each text that was added.

    Raises SourceError where a file is missing or holds no statute: then nothing is added.
    """
    added = [(d.title, len(d.articles)) for file in files for d in read_sources([file], BuildReport(), lambda _: None)]
    if not added:
        raise SourceError(f"没有可加入的法规文本：{'、'.join(str(f) for f in files)}")
    documents = folder / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    for file in files:
        target = documents / file.name
        if file.is_dir():
            shutil.copytree(file, target, dirs_exist_ok=True)
        elif file.resolve() != target.resolve():
            shutil.copyfile(file, target)
    report = BuildReport()
    write_corpus(build_corpus(read_sources([documents], report, lambda _: None), report), folder)
    return added
