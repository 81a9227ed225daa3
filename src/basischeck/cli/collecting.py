"""The collector of garbage in commands that run once and end."""

import gc

import click


def without_collecting() -> None:
    """Leave the collector of garbage out of the command that runs.

    A short run builds some hundred thousand objects that all live to its end; the collector would walk them over and over,
    and once more when it is let in again, were they not put aside first.
    """

    def let_in() -> None:
        gc.freeze()
        gc.enable()

    gc.disable()
    click.get_current_context().call_on_close(let_in)
