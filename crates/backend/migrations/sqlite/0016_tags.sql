-- Tags of an event's guests. The name of a tag is sealed; who has it is a pair of ids. A tag stays
-- for a while after it was last given, also when nobody has it.

CREATE TABLE tags (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    sealed BLOB NOT NULL,
    kept_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_of_event ON tags (tenant_id, event_id);

CREATE TABLE guest_tags (
    tenant_id BLOB NOT NULL,
    guest_id BLOB NOT NULL,
    tag_id BLOB NOT NULL,
    PRIMARY KEY (tenant_id, guest_id, tag_id),
    FOREIGN KEY (tenant_id, guest_id) REFERENCES guests (tenant_id, id),
    FOREIGN KEY (tenant_id, tag_id) REFERENCES tags (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX guest_tags_of_tag ON guest_tags (tenant_id, tag_id);
