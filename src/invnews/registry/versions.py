"""
The version of the file form, and the steps that brought it there.

A migration is a pure function on the plain data of one record: it takes the data of one
version and returns those of the next. The steps stand in order: the first leads from version
1 to version 2. Built-in kinds change with the file form alone; kinds of users carry steps of
their own in ``MIGRATIONS``.
"""

from ..shapes import Migration

FORMAT = "invnews"
"""What a file says under ``format``."""
FORMAT_MIGRATIONS: tuple[Migration, ...] = ()
"""The steps of the file form, each for a record of any kind."""
FORMAT_VERSION = 1 + len(FORMAT_MIGRATIONS)
"""What a file says under ``version``, when this library has written it."""
