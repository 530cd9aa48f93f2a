-- The provider's support, let in by a tenant for hours.

ALTER TABLE users ADD COLUMN support_at bigint;

CREATE TABLE support_grants (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    extent text NOT NULL,
    sealed bytea NOT NULL,
    granted_by uuid NOT NULL,
    granted_at bigint NOT NULL,
    valid_until bigint NOT NULL,
    ended_at bigint,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX support_grants_of_user ON support_grants (user_id);

-- The installation itself reads those of all tenants, because support that signs in names none.
ALTER TABLE support_grants ENABLE ROW LEVEL SECURITY;
ALTER TABLE support_grants FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant_or_installation ON support_grants
    USING ((SELECT current_setting('app.tenant_id')::uuid) IN (tenant_id, '00195d00-0000-7000-8000-000000000001'))
    WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));
