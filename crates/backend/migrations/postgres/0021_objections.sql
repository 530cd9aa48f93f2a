-- Addresses to which a tenant must send no mailings: a keyed hash that stays when the person is erased.

CREATE TABLE objections (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    email_index bytea NOT NULL,
    objected_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, email_index)
);

ALTER TABLE objections ENABLE ROW LEVEL SECURITY;
ALTER TABLE objections FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON objections USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
    WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));
