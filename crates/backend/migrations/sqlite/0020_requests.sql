-- Places that are asked for and given by an organiser, and answers that are left open.

ALTER TABLE events ADD COLUMN by_approval INTEGER NOT NULL DEFAULT 0;
ALTER TABLE events ADD COLUMN maybe INTEGER NOT NULL DEFAULT 0;
ALTER TABLE guests ADD COLUMN maybe_at INTEGER;
ALTER TABLE guests ADD COLUMN requested_at INTEGER;
ALTER TABLE guests ADD COLUMN refused_at INTEGER;
