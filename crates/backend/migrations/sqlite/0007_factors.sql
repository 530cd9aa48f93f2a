-- Passkeys, codes from an app, recovery codes; what is under way while somebody proves who they are.

ALTER TABLE users ADD COLUMN password_at INTEGER;
ALTER TABLE sessions ADD COLUMN proved_at INTEGER;
ALTER TABLE sessions ADD COLUMN factor_at INTEGER;
ALTER TABLE tenants ADD COLUMN factor_required_at INTEGER;

CREATE TABLE factors (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    credential_hash BLOB,
    sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    used_at INTEGER,
    last_step INTEGER,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT factors_credential UNIQUE (tenant_id, credential_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX factors_of_user ON factors (tenant_id, user_id);

CREATE TABLE recovery_codes (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    user_id BLOB NOT NULL,
    code_hash BLOB NOT NULL,
    PRIMARY KEY (tenant_id, user_id, code_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE challenges (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    token_hash BLOB NOT NULL,
    user_id BLOB,
    sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, token_hash)
) STRICT, WITHOUT ROWID;
