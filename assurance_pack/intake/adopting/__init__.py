"""Takes in a register that exists already, in any layout, and says of every cell what became of it.

    layout (tables on a sheet) ─▶ proposing (columns, words: what matched and how sure) ─▶ mapping.toml ─▶ placing (rows; every cell accounted for)

Nothing is guessed silently: what is not sure is proposed with its reason, and what has no place is listed.
"""
