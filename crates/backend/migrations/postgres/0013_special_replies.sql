-- Replies of special categories (Art. 9 GDPR), each guest's under a key of their own that is destroyed sooner.

CREATE TABLE special_replies (
    tenant_id uuid NOT NULL,
    guest_id uuid NOT NULL,
    key_id uuid NOT NULL,
    sealed bytea NOT NULL,
    replied_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, guest_id),
    FOREIGN KEY (tenant_id, guest_id) REFERENCES guests (tenant_id, id)
);

ALTER TABLE special_replies ENABLE ROW LEVEL SECURITY;
ALTER TABLE special_replies FORCE ROW LEVEL SECURITY;
CREATE POLICY of_tenant ON special_replies
    USING (tenant_id = (SELECT current_setting('app.tenant_id')::uuid))
    WITH CHECK (tenant_id = (SELECT current_setting('app.tenant_id')::uuid));
