-- Which workshops of an event a guest has chosen: numbers, whose names are sealed with the event.
-- waits: the guest waits for a place. is_untold: the guest does not know yet what changed.

CREATE TABLE guest_workshops (
    tenant_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    event_id uuid NOT NULL,
    workshop bigint NOT NULL,
    waits bigint NOT NULL,
    is_untold bigint NOT NULL DEFAULT 0,
    chosen_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, guest_id, workshop),
    FOREIGN KEY (tenant_id, guest_id) REFERENCES guests (tenant_id, id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
);
CREATE INDEX guest_workshops_of_event ON guest_workshops (tenant_id, event_id, workshop);
CREATE INDEX guest_workshops_to_do ON guest_workshops (tenant_id, event_id) WHERE waits = 1 OR is_untold = 1;

ALTER TABLE guest_workshops ENABLE ROW LEVEL SECURITY;
ALTER TABLE guest_workshops FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON guest_workshops
    USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
    WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));
