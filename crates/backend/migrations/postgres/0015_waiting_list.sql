-- Guests who wait for a place, how many they want, and the places that are offered to them.

ALTER TABLE events ADD COLUMN offer_hours bigint;
ALTER TABLE guests ADD COLUMN waiting_since bigint;
ALTER TABLE guests ADD COLUMN places_wanted bigint;
ALTER TABLE guests ADD COLUMN offered_until bigint;
CREATE INDEX guests_waiting ON guests (tenant_id, event_id, waiting_since, id)
    WHERE waiting_since IS NOT NULL AND offered_until IS NULL AND held_until IS NULL;
CREATE INDEX guests_offered ON guests (tenant_id, offered_until) WHERE offered_until IS NOT NULL AND places > 0;
