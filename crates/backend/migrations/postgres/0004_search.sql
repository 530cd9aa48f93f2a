-- Which guest changed last, in the order of commits: the index for searching is brought up to date by it.

CREATE TABLE guest_changes (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    guest_id uuid NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (tenant_id, guest_id)
);

CREATE INDEX guest_changes_seq ON guest_changes (tenant_id, seq);

ALTER TABLE guest_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE guest_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON guest_changes
    USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
    WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));

-- The number is the transaction: whoever has read everything below the oldest running one has missed nothing.

CREATE FUNCTION guest_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    tenant uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.tenant_id ELSE NEW.tenant_id END;
    guest uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END;
BEGIN
    INSERT INTO guest_changes (tenant_id, guest_id, seq)
    VALUES (tenant, guest, pg_current_xact_id()::text::bigint)
    ON CONFLICT (tenant_id, guest_id) DO UPDATE SET seq = excluded.seq;
    RETURN NULL;
END
$$;

CREATE TRIGGER guests_changed AFTER INSERT OR UPDATE OF sealed OR DELETE ON guests
    FOR EACH ROW EXECUTE FUNCTION guest_changed();
