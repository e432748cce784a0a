-- Nothing is read any more; the rows stay.
DELETE FROM adoption
