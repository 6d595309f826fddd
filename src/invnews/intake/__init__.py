"""From elsewhere to records: the answers of language models, and back to their form."""

from .carried import Carried, carried
from .from_answer import from_llm
from .repair import repair_request
from .to_form import to_llm

__all__ = ["Carried", "carried", "from_llm", "repair_request", "to_llm"]
