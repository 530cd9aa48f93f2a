-- Passkeys, codes from an app, recovery codes; what is under way while somebody proves who they are.

ALTER TABLE users ADD COLUMN password_at bigint;
ALTER TABLE sessions ADD COLUMN proved_at bigint, ADD COLUMN factor_at bigint;
ALTER TABLE tenants ADD COLUMN factor_required_at bigint;

CREATE TABLE factors (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    credential_hash bytea,
    sealed bytea NOT NULL,
    made_at bigint NOT NULL,
    confirmed_at bigint,
    used_at bigint,
    last_step bigint,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT factors_credential UNIQUE (tenant_id, credential_hash)
);
CREATE INDEX factors_of_user ON factors (tenant_id, user_id);

CREATE TABLE recovery_codes (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    user_id uuid NOT NULL,
    code_hash bytea NOT NULL,
    PRIMARY KEY (tenant_id, user_id, code_hash)
);

CREATE TABLE challenges (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    token_hash bytea NOT NULL,
    user_id uuid,
    sealed bytea NOT NULL,
    made_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, token_hash)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['factors', 'recovery_codes', 'challenges']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY of_tenant ON %I USING (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))'
            ' WITH CHECK (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))', name);
    END LOOP;
END
$$;
