-- Grants move into the tenant for which they are given, so that its log tells of them; invitations to the team; new
-- passwords by mail; who guesses passwords waits.

CREATE TABLE grants_of_tenant (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    user_id BLOB NOT NULL,
    role TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    granted_by BLOB,
    valid_until INTEGER,
    ended_at INTEGER,
    PRIMARY KEY (tenant_id, user_id)
) STRICT, WITHOUT ROWID;

INSERT INTO grants_of_tenant (tenant_id, user_id, role, granted_at, ended_at)
    SELECT organiser_id, user_id, role, granted_at, ended_at FROM grants;
DROP TABLE grants;
ALTER TABLE grants_of_tenant RENAME TO grants;
CREATE INDEX grants_of_user ON grants (user_id);

ALTER TABLE sessions ADD COLUMN sealed BLOB;
CREATE INDEX sessions_of_user ON sessions (user_id);

CREATE TABLE team_invitations (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    token_hash BLOB NOT NULL,
    sealed BLOB NOT NULL,
    role TEXT NOT NULL,
    valid_until INTEGER,
    made_by BLOB,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT team_invitations_token UNIQUE (tenant_id, token_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE password_resets (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    token_hash BLOB NOT NULL,
    user_id BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, token_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    email_index BLOB NOT NULL,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, email_index)
) STRICT, WITHOUT ROWID;
