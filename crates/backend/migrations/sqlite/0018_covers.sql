-- The picture on top of an event's page, in two sizes, sealed under the event's key.

CREATE TABLE covers (
    tenant_id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
) STRICT;
