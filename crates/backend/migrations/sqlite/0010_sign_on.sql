-- Single sign-on: the provider of a tenant, and which of its people an account is.

CREATE TABLE sign_on (
    tenant_id BLOB PRIMARY KEY REFERENCES tenants (id),
    sealed BLOB NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_on_links (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    user_id BLOB NOT NULL,
    sealed BLOB NOT NULL,
    linked_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, user_id)
) STRICT, WITHOUT ROWID;
