"""
Two datasets as one graph: records, what they say, and who refers to whom.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import attrs

from ...dataset import Dataset
from ...records import Record
from ...values import Evidence
from .items import Item, content, items_of

GHOST = ""
"""The kind of what a dataset refers to and does not hold."""


def digest(*parts: object) -> str:
    """Return a short text that stands for texts and tuples of texts, the same on every run."""
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()


@attrs.define(eq=False)
class Node:
    """
    A record of one of the two datasets, or a ghost: an id that no record of it has.

    Args:
        side: 0 or 1: of which dataset.
        record: None for a ghost.
        items: What it says.
        kind: Of the record; `GHOST` for a ghost.
        colour: A digest of what it says, references left blank.
        out: Where it refers to which node; the label is the place, and a digest of the item
            around it.
        into: Where which node refers to it.
        quoting: The labels of its references to the documents of its evidence.
    """

    side: int
    record: Record | None
    items: tuple[Item, ...] = ()
    kind: str = GHOST
    colour: str = digest(GHOST)
    out: list[tuple[str, int]] = attrs.field(factory=list)
    into: list[tuple[str, int]] = attrs.field(factory=list)
    quoting: set[str] = attrs.field(factory=set)


class Graph:
    """
    The nodes of two datasets, and where the record with each id stands.

    Args:
        datasets: Two, each without duplicate ids.
    """

    def __init__(self, datasets: tuple[Dataset, Dataset]) -> None:
        self.nodes: list[Node] = []
        self.number_of: tuple[dict[str, int], dict[str, int]] = ({}, {})
        for side, dataset in enumerate(datasets):
            for record in dataset:
                items = items_of(record)
                said = sorted((each.field, each.blank) for each in items)
                self.number_of[side][record.id] = len(self.nodes)
                colour = digest(record.kind, said)
                self.nodes.append(Node(side, record, items, record.kind, colour))
        for number in range(len(self.nodes)):
            self._join(number)
        self.shades = self.coloured(range(len(self.nodes)), {})[-1]

    def signature(self, side: int) -> list[str]:
        """Return what a dataset says, whatever its ids and order are."""
        return sorted(self.shades[n] for n, node in enumerate(self.nodes) if node.side == side)

    def turn(self) -> None:
        """Let the datasets change sides."""
        self.number_of = (self.number_of[1], self.number_of[0])
        for node in self.nodes:
            node.side = 1 - node.side

    def _join(self, number: int) -> None:
        """Write down where a record refers to which, making ghosts of ids without a record."""
        node = self.nodes[number]
        numbers = self.number_of[node.side]
        for item in node.items:
            for place, id, beside in item.references:
                if id not in numbers:
                    numbers[id] = len(self.nodes)
                    self.nodes.append(Node(node.side, None))
                label = f"{item.field}{place} {digest(item.name, item.blank, beside)}"
                node.out.append((label, numbers[id]))
                if isinstance(item.value, Evidence):
                    node.quoting.add(label)
                self.nodes[numbers[id]].into.append((label, number))

    def coloured(self, free: Iterable[int], fixed: dict[int, str]) -> list[dict[int, str]]:
        """
        Return ever finer colours of nodes: by what they say, then by their neighbours' too.

        Nodes of one colour say the same, refer to such as say the same, and so on; this is
        the refinement of Weisfeiler and Leman. The last colours split no further.

        Args:
            free: The nodes to be coloured.
            fixed: Colours of other nodes, which stay as they are; the rest has none.
        """
        found = [{number: self.nodes[number].colour for number in free}]
        while True:
            last = found[-1]
            finer = {
                number: digest(colour, self._seen(self.nodes[number].out, last, fixed),
                               self._seen(self.nodes[number].into, last, fixed))
                for number, colour in last.items()
            }  # fmt: skip
            if len(set(finer.values())) == len(set(last.values())):
                return [*found, finer] if len(found) == 1 else found
            found.append(finer)

    def _seen(
        self, edges: Sequence[tuple[str, int]], colours: dict[int, str], fixed: dict[int, str]
    ) -> list[tuple[str, str]]:
        """Return what edges lead to, in an order of content."""
        return sorted(
            (label, fixed[target] if target in fixed else colours.get(target, ""))
            for label, target in edges
        )

    def said_outward(self, number: int, fixed: dict[int, str]) -> str:
        """Return a digest of what a node says, its references by what their targets say."""
        node = self.nodes[number]
        colours = {target: self.nodes[target].colour for _, target in node.out}
        return digest(node.colour, self._seen(node.out, colours, fixed))

    def content(self, number: int, item: Item, colours: dict[int, str]) -> str:
        """Return what an item of a node says, references as the colours of their targets."""
        numbers = self.number_of[self.nodes[number].side]
        said = content(item.shape, item.value, lambda name: colours[numbers[name]])
        return item.name + said
