-- Which workshops of an event a guest has chosen: numbers, whose names are sealed with the event.
-- waits: the guest waits for a place. is_untold: the guest does not know yet what changed.

CREATE TABLE guest_workshops (
    tenant_id BLOB NOT NULL,
    guest_id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    workshop INTEGER NOT NULL,
    waits INTEGER NOT NULL,
    is_untold INTEGER NOT NULL DEFAULT 0,
    chosen_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, guest_id, workshop),
    FOREIGN KEY (tenant_id, guest_id) REFERENCES guests (tenant_id, id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX guest_workshops_of_event ON guest_workshops (tenant_id, event_id, workshop);
CREATE INDEX guest_workshops_to_do ON guest_workshops (tenant_id, event_id) WHERE waits = 1 OR is_untold = 1;
