-- Routing: found before the tenant is known; ids, hashes and times only, no personal data, no row-level security.

CREATE TABLE tenants (
    id BLOB PRIMARY KEY,
    root_wrapped BLOB NOT NULL,
    root_version INTEGER NOT NULL,
    sealed BLOB,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE addresses (
    slug TEXT PRIMARY KEY,
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    event_id BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
    token_hash BLOB PRIMARY KEY,
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    guest_id BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    token_hash BLOB PRIMARY KEY,
    user_id BLOB NOT NULL,
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT, WITHOUT ROWID;

-- Everything below belongs to one tenant.

CREATE TABLE keys (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    subject_id BLOB NOT NULL,
    wrapped BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, subject_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    email_index BLOB NOT NULL,
    password_hash TEXT NOT NULL,
    sealed BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT users_email UNIQUE (tenant_id, email_index)
) STRICT, WITHOUT ROWID;

CREATE TABLE grants (
    tenant_id BLOB NOT NULL,
    user_id BLOB NOT NULL,
    organiser_id BLOB NOT NULL REFERENCES tenants (id),
    role TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    ended_at INTEGER,
    PRIMARY KEY (tenant_id, user_id, organiser_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    email_index BLOB,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT people_email UNIQUE (tenant_id, email_index)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    slug TEXT NOT NULL,
    sealed BLOB NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    zone TEXT NOT NULL,
    admission TEXT NOT NULL,
    capacity INTEGER,
    taken INTEGER NOT NULL DEFAULT 0,
    companions_max INTEGER NOT NULL,
    answer_until INTEGER NOT NULL,
    delete_after INTEGER NOT NULL,
    request_key BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    published_at INTEGER,
    closed_at INTEGER,
    cancelled_at INTEGER,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT events_request UNIQUE (tenant_id, request_key),
    CONSTRAINT events_never_oversold CHECK (taken >= 0 AND (capacity IS NULL OR taken <= capacity)),
    CONSTRAINT events_end_after_start CHECK (ends_at > starts_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    sealed BLOB,
    uploaded_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    undone_at INTEGER,
    added INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
) STRICT;

CREATE TABLE guests (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    import_id BLOB,
    sealed BLOB NOT NULL,
    companions_max INTEGER,
    places INTEGER NOT NULL DEFAULT 0,
    link_generation INTEGER NOT NULL DEFAULT 1,
    request_key BLOB,
    listed_at INTEGER NOT NULL,
    invited_at INTEGER,
    accepted_at INTEGER,
    declined_at INTEGER,
    cancelled_at INTEGER,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT guests_person UNIQUE (tenant_id, event_id, person_id),
    CONSTRAINT guests_request UNIQUE (tenant_id, event_id, request_key),
    CONSTRAINT guests_places CHECK (places >= 0),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id)
) STRICT;

CREATE INDEX guests_of_event ON guests (tenant_id, event_id, id);

CREATE TABLE mailings (
    tenant_id BLOB NOT NULL,
    id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    sealed BLOB NOT NULL,
    changed_at INTEGER NOT NULL,
    tested_at INTEGER,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT mailings_event UNIQUE (tenant_id, event_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
) STRICT;

CREATE TABLE mails (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    subject_id BLOB NOT NULL,
    event_id BLOB,
    guest_id BLOB,
    kind TEXT NOT NULL,
    dedupe_key TEXT NOT NULL,
    sealed BLOB NOT NULL,
    queued_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    leased_until INTEGER,
    fence INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    sent_at INTEGER,
    failed_at INTEGER,
    uncertain_at INTEGER,
    reply_code INTEGER,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT mails_once UNIQUE (tenant_id, dedupe_key)
) STRICT;

CREATE INDEX mails_due ON mails (tenant_id, due_at) WHERE sent_at IS NULL AND failed_at IS NULL AND uncertain_at IS NULL;
CREATE INDEX mails_of_guest ON mails (tenant_id, guest_id);

CREATE TABLE entries (
    tenant_id BLOB NOT NULL REFERENCES tenants (id),
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    actor_kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    origin TEXT NOT NULL,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    subject_id BLOB NOT NULL,
    event_id BLOB,
    guest_id BLOB,
    fields TEXT NOT NULL,
    sealed BLOB,
    leaf BLOB NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX entries_of_guest ON entries (tenant_id, guest_id, id);
CREATE INDEX entries_of_event ON entries (tenant_id, event_id, id);
