-- What somebody of the team is at a single event.

CREATE TABLE event_grants (
    tenant_id uuid NOT NULL,
    user_id uuid NOT NULL,
    event_id uuid NOT NULL,
    role text NOT NULL,
    granted_at bigint NOT NULL,
    granted_by uuid NOT NULL,
    valid_until bigint,
    PRIMARY KEY (tenant_id, user_id, event_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES grants (tenant_id, user_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
);

ALTER TABLE event_grants ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_grants FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON event_grants
    USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
    WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));

-- Somebody can be invited to a single event.
ALTER TABLE team_invitations ADD COLUMN event_id uuid;
