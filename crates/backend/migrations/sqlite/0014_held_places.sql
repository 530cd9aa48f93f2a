-- Until when the places of a registration are held whose address is not confirmed.

ALTER TABLE guests ADD COLUMN held_until INTEGER;
CREATE INDEX guests_held ON guests (tenant_id, held_until) WHERE held_until IS NOT NULL;
