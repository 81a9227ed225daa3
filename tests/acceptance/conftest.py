"""Programs that are not ours, for tests of what we write; a test that asks for one is skipped where it is absent."""

import shutil
from collections.abc import Iterator

import pytest


@pytest.fixture
def browser() -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    flags = (
        "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
        "--disable-component-update --disable-sync"
    )
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium, args=flags.split())
        yield opened
        opened.close()
