"""Completion in a real bash: commands, options, rule ids."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from basischeck.cli.main import main

BIN = Path(sys.executable).parent
# Loads the script as a user's shell does, and has it complete a line.
DRIVER = """
source ./script
COMP_WORDS=({words}); COMP_CWORD={last}
_basischeck_completion basischeck
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def completed(tmp_path: Path, *words: str) -> list[str]:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash on this machine")
    (tmp_path / "script").write_text(CliRunner().invoke(main, ["completion", "bash"]).output, encoding="utf-8")
    line = ("basischeck", *words)
    driver = DRIVER.format(words=" ".join(f"'{word}'" for word in line), last=len(line) - 1)
    settings = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([bash, "--norc", "-c", driver], cwd=tmp_path, env=settings, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout.split()


def test_commands_are_completed(tmp_path: Path) -> None:
    assert completed(tmp_path, "ch") == ["check"]


def test_commands_of_a_group_are_completed(tmp_path: Path) -> None:
    assert completed(tmp_path, "corpus", "s") == ["show", "search"]


def test_options_are_completed(tmp_path: Path) -> None:
    assert completed(tmp_path, "check", "--as") == ["--as-of"]


def test_rule_ids_are_completed(tmp_path: Path) -> None:
    assert completed(tmp_path, "rule", "show", "BC30")[:3] == ["BC301", "BC302", "BC303"]
    assert "BC301" in completed(tmp_path, "check", "--select", "bc30")


def test_formats_are_completed(tmp_path: Path) -> None:
    assert completed(tmp_path, "check", "--format", "js") == ["json", "jsonl"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(shell: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0
    assert "_BASISCHECK_COMPLETE" in result.output


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_script_is_sound_to_its_shell(shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} on this machine")
    (tmp_path / "script").write_text(CliRunner().invoke(main, ["completion", shell]).output, encoding="utf-8")
    subprocess.run([program, "-n", str(tmp_path / "script")], check=True)
