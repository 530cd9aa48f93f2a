-- Which keys were destroyed: random ids and times, and the entry of the log that says why. It is copied outside the
-- database, too; after a restore it is done again.

CREATE TABLE erasures (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    subject_id BLOB NOT NULL,
    entry_id BLOB,
    erased_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, subject_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX erasures_by_time ON erasures (tenant_id, erased_at);

CREATE TRIGGER erasures_stay_as_they_are BEFORE UPDATE ON erasures BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER erasures_stay BEFORE DELETE ON erasures BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
