"""What texts are called that stand in no cell, and how large a file may be: what the process that reads and the one that asks it both know.

They stand by themselves so that the one that asks need not load what takes files apart.
"""

TRACE = "account of somebody who worked on the file"
"""What office programs write into nearly every file of themselves: accounts, authors, labels and ids of documents."""
UNUSED = "text kept with the file, in no cell of it"
"""Strings of a workbook: those that no cell shows any more are texts like any other, and nobody sees them."""
WATERMARK, TITLE_OF_A_CHART = "watermark", "title of a chart"
TEXT_BOX, CHART, BUTTON, DESCRIPTION = "a text box", "a chart", "a button", "the description of a picture"
TITLE_OF_A_MESSAGE, MESSAGE = "title of a message", "message of a drop-down"
MB = 1024 * 1024
LARGEST_FILE = 25 * MB
