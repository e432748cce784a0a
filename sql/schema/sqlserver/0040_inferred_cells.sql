-- Cells that no file said: a column map inferred them by a stated rule. One row a cell.
CREATE TABLE inferred_cells (
    table_name  nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    row_id      nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    column_name nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    rule_text   nvarchar(400) NOT NULL,
    PRIMARY KEY (table_name, row_id, column_name)
);
