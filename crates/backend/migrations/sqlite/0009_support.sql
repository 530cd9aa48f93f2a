-- The provider's support, let in by a tenant for hours.

ALTER TABLE users ADD COLUMN support_at INTEGER;

CREATE TABLE support_grants (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    extent TEXT NOT NULL,
    sealed BLOB NOT NULL,
    granted_by BLOB NOT NULL,
    granted_at INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    ended_at INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX support_grants_of_user ON support_grants (user_id);
