-- Several mailings for each event, not only the invitation.

CREATE TABLE new_mailings (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    sealed BLOB NOT NULL,
    changed_at INTEGER NOT NULL,
    tested_at INTEGER,
    kind TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT mailings_event UNIQUE (tenant_id, event_id, kind),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
) STRICT;
INSERT INTO new_mailings (tenant_id, id, event_id, sealed, changed_at, tested_at, kind)
SELECT tenant_id, id, event_id, sealed, changed_at, tested_at, 'invitation' FROM mailings;
DROP TABLE mailings;
ALTER TABLE new_mailings RENAME TO mailings;
