"""The forms we send out: drawn from the declarations, pre-filled with what came before. It takes rows and values, never a record."""

from .form import AskedBefore, Form, FormRow, FormSheet, blank
from .word_form import write_word
from .workbook import write

__all__ = ["AskedBefore", "Form", "FormRow", "FormSheet", "blank", "write", "write_word"]
