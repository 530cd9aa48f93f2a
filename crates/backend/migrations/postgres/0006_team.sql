-- Grants move into the tenant for which they are given, so that its log tells of them; invitations to the team; new
-- passwords by mail; who guesses passwords waits.

ALTER TABLE grants NO FORCE ROW LEVEL SECURITY;
ALTER TABLE grants DISABLE ROW LEVEL SECURITY;
DROP POLICY of_tenant ON grants;
ALTER TABLE grants DROP CONSTRAINT grants_pkey, DROP CONSTRAINT grants_tenant_id_user_id_fkey;
UPDATE grants SET tenant_id = organiser_id;
ALTER TABLE grants DROP COLUMN organiser_id;
ALTER TABLE grants ADD PRIMARY KEY (tenant_id, user_id), ADD FOREIGN KEY (tenant_id) REFERENCES tenants (id),
    ADD COLUMN granted_by uuid, ADD COLUMN valid_until bigint;
CREATE INDEX grants_of_user ON grants (user_id);

ALTER TABLE sessions ADD COLUMN sealed bytea;
CREATE INDEX sessions_of_user ON sessions (user_id);

CREATE TABLE team_invitations (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    sealed bytea NOT NULL,
    role text NOT NULL,
    valid_until bigint,
    made_by uuid,
    made_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT team_invitations_token UNIQUE (tenant_id, token_hash)
);

CREATE TABLE password_resets (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    token_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    made_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, token_hash)
);

CREATE TABLE attempts (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    email_index bytea NOT NULL,
    failures bigint NOT NULL,
    last_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, email_index)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['team_invitations', 'password_resets', 'attempts']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY of_tenant ON %I USING (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))'
            ' WITH CHECK (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))', name);
    END LOOP;
END
$$;

-- The installation itself reads the grants of all tenants, because somebody who signs in names none.
ALTER TABLE grants ENABLE ROW LEVEL SECURITY;
ALTER TABLE grants FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant_or_installation ON grants
    USING ((SELECT current_setting('app.tenant_id')::uuid) IN (tenant_id, '00195d00-0000-7000-8000-000000000001'))
    WITH CHECK ((SELECT current_setting('app.tenant_id')::uuid) IN (tenant_id, '00195d00-0000-7000-8000-000000000001'));
