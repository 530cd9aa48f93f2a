-- Several mailings for each event, not only the invitation.

ALTER TABLE mailings ADD COLUMN kind text NOT NULL DEFAULT 'invitation';
ALTER TABLE mailings ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE mailings DROP CONSTRAINT mailings_event;
ALTER TABLE mailings ADD CONSTRAINT mailings_event UNIQUE (tenant_id, event_id, kind);
