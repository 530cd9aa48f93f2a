-- Addresses to which a tenant must send no mailings: a keyed hash that stays when the person is erased.

CREATE TABLE objections (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    email_index BLOB NOT NULL,
    objected_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, email_index)
) STRICT, WITHOUT ROWID;
