-- What somebody of the team is at a single event.

CREATE TABLE event_grants (
    tenant_id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    role TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    granted_by BLOB NOT NULL,
    valid_until INTEGER,
    PRIMARY KEY (tenant_id, user_id, event_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES grants (tenant_id, user_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
) STRICT, WITHOUT ROWID;

-- Somebody can be invited to a single event.
ALTER TABLE team_invitations ADD COLUMN event_id BLOB;
