-- Replies of special categories (Art. 9 GDPR), each guest's under a key of their own that is destroyed sooner.

CREATE TABLE special_replies (
    tenant_id BLOB NOT NULL,
    guest_id BLOB NOT NULL,
    key_id BLOB NOT NULL,
    sealed BLOB NOT NULL,
    replied_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, guest_id),
    FOREIGN KEY (tenant_id, guest_id) REFERENCES guests (tenant_id, id)
) STRICT, WITHOUT ROWID;
