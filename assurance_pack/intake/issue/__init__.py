"""The forms we send out: drawn from the declarations, pre-filled with what came before. It takes rows and values, never a record."""

from .form import Form, FormRow, FormSheet, blank
from .workbook import write

__all__ = ["Form", "FormRow", "FormSheet", "blank", "write"]
