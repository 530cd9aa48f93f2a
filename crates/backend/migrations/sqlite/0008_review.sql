-- From time to time an owner confirms or ends every role.

ALTER TABLE tenants ADD COLUMN review_every_days INTEGER;

CREATE TABLE access_reviews (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    reviewed_at INTEGER NOT NULL,
    reviewed_by BLOB NOT NULL,
    kept INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
