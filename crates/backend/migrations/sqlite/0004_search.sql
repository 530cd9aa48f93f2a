-- Which guest changed last, in the order of commits: the index for searching is brought up to date by it.

CREATE TABLE guest_changes (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    guest_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, guest_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX guest_changes_seq ON guest_changes (tenant_id, seq);

-- One writer at a time: the next number is the next commit.

CREATE TRIGGER guests_added AFTER INSERT ON guests BEGIN
    INSERT INTO guest_changes (tenant_id, guest_id, seq)
    VALUES (NEW.tenant_id, NEW.id,
            (SELECT coalesce(max(seq), 0) + 1 FROM guest_changes WHERE tenant_id = NEW.tenant_id))
    ON CONFLICT (tenant_id, guest_id) DO UPDATE SET seq = excluded.seq;
END;

CREATE TRIGGER guests_changed AFTER UPDATE OF sealed ON guests BEGIN
    INSERT INTO guest_changes (tenant_id, guest_id, seq)
    VALUES (NEW.tenant_id, NEW.id,
            (SELECT coalesce(max(seq), 0) + 1 FROM guest_changes WHERE tenant_id = NEW.tenant_id))
    ON CONFLICT (tenant_id, guest_id) DO UPDATE SET seq = excluded.seq;
END;

CREATE TRIGGER guests_removed AFTER DELETE ON guests BEGIN
    INSERT INTO guest_changes (tenant_id, guest_id, seq)
    VALUES (OLD.tenant_id, OLD.id,
            (SELECT coalesce(max(seq), 0) + 1 FROM guest_changes WHERE tenant_id = OLD.tenant_id))
    ON CONFLICT (tenant_id, guest_id) DO UPDATE SET seq = excluded.seq;
END;
