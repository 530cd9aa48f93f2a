-- A tenant's root key has versions. Each wrapped key says in its row, too, under which it is; the reference keeps a root
-- key in place until nothing is wrapped under it any more.

CREATE TABLE roots (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    version INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, version)
) STRICT, WITHOUT ROWID;

INSERT INTO roots (tenant_id, version, wrapped, made_at) SELECT id, root_version, root_wrapped, created_at FROM tenants;

-- Until now every root key was the first. SQLite adds a reference only to a new table.
CREATE TABLE keys_anew (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    subject_id BLOB NOT NULL,
    root_version INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, subject_id),
    FOREIGN KEY (tenant_id, root_version) REFERENCES roots (tenant_id, version)
) STRICT, WITHOUT ROWID;

INSERT INTO keys_anew (tenant_id, subject_id, root_version, wrapped, made_at)
    SELECT tenant_id, subject_id, 1, wrapped, made_at FROM keys;
DROP TABLE keys;
ALTER TABLE keys_anew RENAME TO keys;

ALTER TABLE tenants DROP COLUMN root_wrapped;
ALTER TABLE tenants DROP COLUMN root_version;
