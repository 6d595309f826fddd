"""
Instances that are filled without their constructor, by code that has checked what goes in.
"""

from collections.abc import Callable
from typing import Any

from .checked import kept_on_class
from .describe import describe
from .source import Source


@kept_on_class
def twin(cls: type[Any]) -> type[Any]:
    """
    Return a subclass of the same layout whose instances can be filled.

    An instance is handed out only after its ``__class__`` is the frozen class itself. So the
    frozen constructor, which would check once more what was checked already, is passed by.
    """
    body = {
        "__slots__": (),
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
        "__init__": object.__init__,
    }
    return type(cls.__name__, (cls,), body)


@kept_on_class
def filler(cls: type[Any]) -> Callable[..., Any]:
    """
    Return a function from all fields of *cls*, in their order, to an instance, unchecked.

    It is for makers of very many values whose parts are right by the way they are made, and
    whose tests hold each against the constructor.
    """
    kind = describe(cls)
    names = [field.name for field in kind.fields]
    source = Source("fill", kind.name, ", ".join(names))
    source.line(1, f"o = {source.bind(twin(cls), 'twin')}()")
    for name in names:
        source.line(1, f"o.{name} = {name}")
    for name, default in kind.internal:
        source.line(1, f"o.{name} = {source.bind(default, 'internal')}")
    source.line(1, f"o.__class__ = {source.bind(cls, 'cls')}")
    source.line(1, "return o")
    return source.compile()
