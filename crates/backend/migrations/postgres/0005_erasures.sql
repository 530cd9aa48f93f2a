-- Which keys were destroyed: random ids and times, and the entry of the log that says why. It is copied outside the
-- database, too; after a restore it is done again.

CREATE TABLE erasures (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    subject_id uuid NOT NULL,
    entry_id uuid,
    erased_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, subject_id)
);

CREATE INDEX erasures_by_time ON erasures (tenant_id, erased_at);

ALTER TABLE erasures ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasures FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON erasures USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
    WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));

CREATE TRIGGER erasures_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON erasures
    FOR EACH STATEMENT EXECUTE FUNCTION the_log_only_grows();
