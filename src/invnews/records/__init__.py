"""Things with identity: the kinds of records, one file each."""

from .agreement import Agreement
from .annotation import Annotation
from .document import Document
from .event import Event
from .group import Group
from .investment import Investment
from .judgement import Judgement
from .monetary_claim import MonetaryClaim
from .organisation import Organisation
from .person import Person
from .place import Place
from .policy_action import PolicyAction
from .product import Product
from .programme import Programme
from .project import Project
from .quantity_claim import QuantityClaim
from .record import Record, leads_somewhere
from .relation import Relation
from .statement import Statement
from .unknown import UnknownRecord, is_view

KINDS: tuple[type[Record], ...] = (
    Document, Organisation, Person, Place, Group, Product, Agreement, Programme, Project,
    Investment, PolicyAction, Event, MonetaryClaim, QuantityClaim, Statement, Relation,
    Annotation, Judgement,
)  # fmt: skip
"""Every kind of the library, the only list of them."""

__all__ = [
    "KINDS", "Agreement", "Annotation", "Document", "Event", "Group", "Investment", "Judgement",
    "MonetaryClaim", "Organisation", "Person", "Place", "PolicyAction", "Product", "Programme",
    "Project", "QuantityClaim", "Record", "Relation", "Statement", "UnknownRecord", "is_view",
    "leads_somewhere",
]  # fmt: skip
