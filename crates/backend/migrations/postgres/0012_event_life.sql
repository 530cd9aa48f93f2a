-- From when on an event takes answers, when its time or place last changed under its guests, and when it was put away.

ALTER TABLE events ADD COLUMN opens_at BIGINT;
ALTER TABLE events ADD COLUMN moved_at BIGINT;
ALTER TABLE events ADD COLUMN archived_at BIGINT;
