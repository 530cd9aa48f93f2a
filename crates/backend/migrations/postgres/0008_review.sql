-- From time to time an owner confirms or ends every role.

ALTER TABLE tenants ADD COLUMN review_every_days bigint;

CREATE TABLE access_reviews (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    reviewed_at bigint NOT NULL,
    reviewed_by uuid NOT NULL,
    kept bigint NOT NULL,
    ended bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

ALTER TABLE access_reviews ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_reviews FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON access_reviews USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
    WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));
