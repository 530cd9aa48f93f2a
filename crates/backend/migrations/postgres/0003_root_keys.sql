-- A tenant's root key has versions. Each wrapped key says in its row, too, under which it is; the reference keeps a root
-- key in place until nothing is wrapped under it any more.

CREATE TABLE roots (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    version bigint NOT NULL,
    wrapped bytea NOT NULL,
    made_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, version)
);

INSERT INTO roots (tenant_id, version, wrapped, made_at) SELECT id, root_version, root_wrapped, created_at FROM tenants;

-- Until now every root key was the first.
ALTER TABLE keys ADD COLUMN root_version bigint NOT NULL DEFAULT 1;
ALTER TABLE keys ALTER COLUMN root_version DROP DEFAULT;
-- The reference is checked over the keys of all tenants, so the wall is lifted for the owner in this transaction.
ALTER TABLE keys NO FORCE ROW LEVEL SECURITY;
ALTER TABLE keys ADD FOREIGN KEY (tenant_id, root_version) REFERENCES roots (tenant_id, version);
ALTER TABLE keys FORCE ROW LEVEL SECURITY;

ALTER TABLE tenants DROP COLUMN root_wrapped;
ALTER TABLE tenants DROP COLUMN root_version;

ALTER TABLE roots ENABLE ROW LEVEL SECURITY;
ALTER TABLE roots FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON roots USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
    WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));
