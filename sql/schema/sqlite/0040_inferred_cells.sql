-- Cells that no file said: a column map inferred them by a stated rule. One row a cell.
CREATE TABLE inferred_cells (
    table_name  TEXT NOT NULL,
    row_id      TEXT NOT NULL,
    column_name TEXT NOT NULL,
    rule_text   TEXT NOT NULL,
    PRIMARY KEY (table_name, row_id, column_name)
) WITHOUT ROWID;
