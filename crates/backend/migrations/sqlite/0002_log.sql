-- The log as a Merkle tree for each tenant: entries wait, are given a position, and are covered by signed checkpoints.

CREATE TABLE log_heads (
    tenant_id BLOB PRIMARY KEY REFERENCES tenants (id),
    sealed BLOB NOT NULL,
    verifier TEXT NOT NULL,
    frontier BLOB NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE log_waiting (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    entry_id BLOB NOT NULL,
    PRIMARY KEY (tenant_id, entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE log_leaves (
    tenant_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    entry_id BLOB NOT NULL,
    leaf BLOB NOT NULL,
    PRIMARY KEY (tenant_id, position),
    CONSTRAINT log_leaves_entry UNIQUE (tenant_id, entry_id),
    FOREIGN KEY (tenant_id, entry_id) REFERENCES entries (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE log_hashes (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    level INTEGER NOT NULL,
    position INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (tenant_id, level, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE log_checkpoints (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    size INTEGER NOT NULL,
    note TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, size)
) STRICT, WITHOUT ROWID;

-- No entry can be forgotten, and none can be changed or taken away.

CREATE TRIGGER entries_wait AFTER INSERT ON entries BEGIN
    INSERT INTO log_waiting (tenant_id, entry_id) VALUES (NEW.tenant_id, NEW.id);
END;

INSERT INTO log_waiting (tenant_id, entry_id) SELECT tenant_id, id FROM entries;

CREATE TRIGGER entries_stay_as_they_are BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_leaves_stay_as_they_are BEFORE UPDATE ON log_leaves BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_leaves_stay BEFORE DELETE ON log_leaves BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_hashes_stay_as_they_are BEFORE UPDATE ON log_hashes BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_hashes_stay BEFORE DELETE ON log_hashes BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_checkpoints_stay_as_they_are BEFORE UPDATE ON log_checkpoints BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_checkpoints_stay BEFORE DELETE ON log_checkpoints BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
