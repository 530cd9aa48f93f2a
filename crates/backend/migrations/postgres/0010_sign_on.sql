-- Single sign-on: the provider of a tenant, and which of its people an account is.

CREATE TABLE sign_on (
    tenant_id uuid PRIMARY KEY REFERENCES tenants (id),
    sealed bytea NOT NULL,
    changed_at bigint NOT NULL
);

CREATE TABLE sign_on_links (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    user_id uuid NOT NULL,
    sealed bytea NOT NULL,
    linked_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, user_id)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['sign_on', 'sign_on_links']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY of_tenant ON %I USING (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))'
            ' WITH CHECK (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))', name);
    END LOOP;
END
$$;
