"""From a month's returns to the Board pack: checked, traced to the cell, triangulated, as PDF and Word.

The pipeline is the tree; imports run one way, down it.

    inputs/2026-06/*.xlsx                                                        output/2026-06/
          │                                                                            ▲
       intake ── rows, faults, texts ──▶ record.carry ──▶ assess ──▶ rules ──▶ position ──▶ document ──▶ render
          │                                  ▲              │          │          │            │
       returns (the class is the sheet)   record        changes     problems   every figure  blocks and the
       schema · settings · model      (earlier months)  trends      prompts    once          fate of every row
                                                        signals     waivers

`pipeline` is the only module that knows all the stages; `cli` turns them into commands.
"""

__version__ = "1.0.0"
