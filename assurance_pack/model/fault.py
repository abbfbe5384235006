"""What the reader met and could not take as it stood: one kind for each thing that can be wrong with a file, a sheet or a cell."""

from enum import StrEnum

from . import Cell, Frozen


class FaultKind(StrEnum):
    """What the reader could not take as it stood. `rules.shape` words each one."""

    # about a whole file
    LOCK_FILE = "lock_file"
    EMPTY_FILE = "empty_file"
    NOT_A_WORKBOOK = "not_a_workbook"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    UNSAFE = "unsafe"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    UNKNOWN_FORM = "unknown_form"
    MACROS = "macros"
    PICTURE = "picture"
    OTHER_FORMAT = "other_format"
    CLASHING_IDENTITY = "clashing_identity"
    # about which return it is
    WRONG_MONTH = "wrong_month"
    WRONG_SENDER = "wrong_sender"
    MONTH_NOT_STATED = "month_not_stated"
    OLDER_FORM = "older_form"
    SUPERSEDED = "superseded"
    IDENTICAL_COPY = "identical_copy"
    TWO_VERSIONS = "two_versions"
    WITHOUT_IDENTITY = "without_identity"
    PUT_TOGETHER = "put_together"
    NOT_FILLED_IN = "not_filled_in"
    MISSING_RETURN = "missing_return"
    # about a sheet or a column
    MISSING_SHEET = "missing_sheet"
    RENAMED_SHEET = "renamed_sheet"
    EXTRA_SHEET = "extra_sheet"
    DUPLICATE_SHEET = "duplicate_sheet"
    SHEETS_DIFFER = "sheets_differ"
    MISSING_COLUMN = "missing_column"
    RENAMED_COLUMN = "renamed_column"
    UNKNOWN_COLUMN = "unknown_column"
    DUPLICATE_COLUMN = "duplicate_column"
    TEXT_BELOW_TABLE = "text_below_table"
    NO_PLACE = "no_place"
    ROWS_APART = "rows_apart"
    SECOND_TABLE = "second_table"
    # about a cell
    BLANK_REQUIRED = "blank_required"
    NOT_A_DATE = "not_a_date"
    IMPOSSIBLE_DATE = "impossible_date"
    US_DATE = "us_date"
    DATE_AS_NUMBER = "date_as_number"
    DATE_TO_BE_CONFIRMED = "date_to_be_confirmed"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    OUT_OF_RANGE = "out_of_range"
    NOT_IN_LIST = "not_in_list"
    NOT_AN_ID = "not_an_id"
    MISTYPED_ID = "mistyped_id"
    ID_GIVEN = "id_given"
    FAR_OFF = "far_off"
    NO_ANSWER = "no_answer"
    SAID_ELSEWHERE = "said_elsewhere"
    ERROR_VALUE = "error_value"
    NOT_CALCULATED = "not_calculated"
    MERGED = "merged"
    TOO_LONG = "too_long"
    STRANGE_CHARACTERS = "strange_characters"
    STRUCK_OUT = "struck_out"
    OUT_OF_SIGHT = "out_of_sight"
    BESIDE_THE_BOXES = "beside_the_boxes"
    OTHER_SCRIPT = "other_script"


class Fault(Frozen):
    """Something the reader met: what kind, where, what stood there, what was expected.

    `seen` is what stood there, whole: the engine decides whether and how much of it is ever shown. `expected` completes the sentence
    for that kind (a heading, a list of words, a form's name); `row` is the ID of the row, where it is known; of a file that does not count,
    the IDs that stand in it alone, a blank between two.
    """

    kind: FaultKind
    cell: Cell
    seen: str = ""
    expected: str = ""
    suggestion: str = ""
    column: str = ""
    row: str = ""
