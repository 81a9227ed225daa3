"""Did you mean: the nearest of the right names for one that is none."""

from collections.abc import Iterable
from pathlib import Path


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known name that is most like `word`, capitals and full width apart; None where none is."""
    import unicodedata
    from difflib import get_close_matches

    def fold(text: str) -> str:
        return unicodedata.normalize("NFKC", text).casefold()

    folded = {fold(name): name for name in known}
    found = get_close_matches(fold(word), folded, 1, cutoff)
    return folded[found[0]] if found else None


def guess(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """Return the sentence that names the nearest right name; empty where there is none."""
    found = nearest(word, known, cutoff=cutoff)
    return f"是否指 {found}？" if found else ""


def missing_file(path: Path | str, suffixes: Iterable[str] = (), *, what: str = "这个文件或文件夹") -> str:
    """Say that there is no such file or folder, and what there is: the nearest name beside it, or the folder that lacks.

    `suffixes` are those of the files that could be meant, `what` says which file it is.
    """
    place = Path(path)
    folder, wanted = place.parent, tuple(suffixes)
    if not folder.is_dir():
        return f"{path}：找不到文件夹 {folder}。请检查路径。"
    try:
        names = sorted(one.name for one in folder.iterdir() if one.name[0] not in ".~" and (not wanted or one.name.lower().endswith(wanted)))
    except OSError:
        names = []
    # A name given without its suffix is the commonest slip: the suffix does not count against it.
    stems = {Path(name).stem: name for name in names}
    near = nearest(place.name, names) or stems.get(nearest(place.stem, stems, cutoff=0.5) or "")
    if near:
        return f"{path}：找不到{what}。是否指 {folder / near}？"
    here = f"文件夹 {folder.resolve()} 里有：{'、'.join(names[:8])}{'等' if len(names) > 8 else ''}。" if names and wanted else ""
    return f"{path}：找不到{what}。{here}请检查路径和文件名。"
