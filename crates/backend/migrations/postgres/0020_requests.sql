-- Places that are asked for and given by an organiser, and answers that are left open.

ALTER TABLE events ADD COLUMN by_approval bigint NOT NULL DEFAULT 0;
ALTER TABLE events ADD COLUMN maybe bigint NOT NULL DEFAULT 0;
ALTER TABLE guests ADD COLUMN maybe_at bigint;
ALTER TABLE guests ADD COLUMN requested_at bigint;
ALTER TABLE guests ADD COLUMN refused_at bigint;
