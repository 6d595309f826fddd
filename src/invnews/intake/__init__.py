"""From elsewhere to records: drafts of texts, the answers of language models and their form."""

from .carried import Carried, carried
from .draft import draft
from .from_answer import from_llm
from .repair import repair_request
from .to_form import to_llm

__all__ = ["Carried", "carried", "draft", "from_llm", "repair_request", "to_llm"]
