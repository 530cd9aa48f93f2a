-- The log as a Merkle tree for each tenant: entries wait, are given a position, and are covered by signed checkpoints.

CREATE TABLE log_heads (
    tenant_id uuid PRIMARY KEY REFERENCES tenants (id),
    sealed bytea NOT NULL,
    verifier text NOT NULL,
    frontier bytea NOT NULL,
    made_at bigint NOT NULL
);

CREATE TABLE log_waiting (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    entry_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, entry_id)
);

CREATE TABLE log_leaves (
    tenant_id uuid NOT NULL,
    position bigint NOT NULL,
    entry_id uuid NOT NULL,
    leaf bytea NOT NULL,
    PRIMARY KEY (tenant_id, position),
    CONSTRAINT log_leaves_entry UNIQUE (tenant_id, entry_id),
    FOREIGN KEY (tenant_id, entry_id) REFERENCES entries (tenant_id, id)
);

CREATE TABLE log_hashes (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    level bigint NOT NULL,
    position bigint NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (tenant_id, level, position)
);

CREATE TABLE log_checkpoints (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    size bigint NOT NULL,
    note text NOT NULL,
    made_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, size)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['log_heads', 'log_waiting', 'log_leaves', 'log_hashes', 'log_checkpoints']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY of_tenant ON %I USING (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))'
            ' WITH CHECK (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))', name);
    END LOOP;
END
$$;

-- No entry can be forgotten, and none can be changed or taken away.

CREATE FUNCTION entries_wait() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO log_waiting (tenant_id, entry_id) VALUES (NEW.tenant_id, NEW.id);
    RETURN NULL;
END
$$;

CREATE TRIGGER entries_wait AFTER INSERT ON entries FOR EACH ROW EXECUTE FUNCTION entries_wait();

-- The owner of the tables looks over the wall once, for the entries of before.
ALTER TABLE entries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE log_waiting NO FORCE ROW LEVEL SECURITY;
INSERT INTO log_waiting (tenant_id, entry_id) SELECT tenant_id, id FROM entries;
ALTER TABLE log_waiting FORCE ROW LEVEL SECURITY;
ALTER TABLE entries FORCE ROW LEVEL SECURITY;

CREATE FUNCTION the_log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log only grows';
END
$$;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['entries', 'log_leaves', 'log_hashes', 'log_checkpoints']
    LOOP
        EXECUTE format(
            'CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT'
            ' EXECUTE FUNCTION the_log_only_grows()', name || '_stay', name);
    END LOOP;
END
$$;
