-- Tags of an event's guests. The name of a tag is sealed; who has it is a pair of ids. A tag stays
-- for a while after it was last given, also when nobody has it.

CREATE TABLE tags (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    sealed bytea NOT NULL,
    kept_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
);
CREATE INDEX tags_of_event ON tags (tenant_id, event_id);

CREATE TABLE guest_tags (
    tenant_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    tag_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, guest_id, tag_id),
    FOREIGN KEY (tenant_id, guest_id) REFERENCES guests (tenant_id, id),
    FOREIGN KEY (tenant_id, tag_id) REFERENCES tags (tenant_id, id)
);
CREATE INDEX guest_tags_of_tag ON guest_tags (tenant_id, tag_id);

ALTER TABLE tags ENABLE ROW LEVEL SECURITY;
ALTER TABLE tags FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON tags
    USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
    WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));

ALTER TABLE guest_tags ENABLE ROW LEVEL SECURITY;
ALTER TABLE guest_tags FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON guest_tags
    USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
    WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));
