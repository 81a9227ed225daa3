"""What is worked out for an object when it is first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801  # written as the decorator it is
    """A property that is worked out once, without the lock that `functools.cached_property` takes before Python 3.12.

    A comparison asks for some sixty thousand of them, in one thread.
    """

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self._work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, of: None, owner: type) -> "once[T]": ...

    @overload
    def __get__(self, of: object, owner: type) -> T: ...

    def __get__(self, of: object | None, owner: type) -> "once[T] | T":
        if of is None:
            return self
        value = of.__dict__[self._name] = self._work_out(of)
        return value
