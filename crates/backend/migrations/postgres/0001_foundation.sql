-- Routing: found before the tenant is known; ids, hashes and times only, no personal data, no row-level security.

CREATE TABLE tenants (
    id uuid PRIMARY KEY,
    root_wrapped bytea NOT NULL,
    root_version bigint NOT NULL,
    sealed bytea,
    created_at bigint NOT NULL
);

CREATE TABLE addresses (
    slug text PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    event_id uuid NOT NULL
);

CREATE TABLE links (
    token_hash bytea PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    guest_id uuid NOT NULL,
    made_at bigint NOT NULL,
    revoked_at bigint
);

CREATE TABLE sessions (
    token_hash bytea PRIMARY KEY,
    user_id uuid NOT NULL,
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    created_at bigint NOT NULL,
    used_at bigint NOT NULL,
    ended_at bigint
);

-- Everything below belongs to one tenant.

CREATE TABLE keys (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    subject_id uuid NOT NULL,
    wrapped bytea NOT NULL,
    made_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, subject_id)
);

CREATE TABLE users (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    email_index bytea NOT NULL,
    password_hash text NOT NULL,
    sealed bytea NOT NULL,
    created_at bigint NOT NULL,
    disabled_at bigint,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT users_email UNIQUE (tenant_id, email_index)
);

CREATE TABLE grants (
    tenant_id uuid NOT NULL,
    user_id uuid NOT NULL,
    organiser_id uuid NOT NULL REFERENCES tenants (id),
    role text NOT NULL,
    granted_at bigint NOT NULL,
    ended_at bigint,
    PRIMARY KEY (tenant_id, user_id, organiser_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id)
);

CREATE TABLE people (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    email_index bytea,
    made_at bigint NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT people_email UNIQUE (tenant_id, email_index)
);

CREATE TABLE events (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    slug text NOT NULL,
    sealed bytea NOT NULL,
    starts_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    zone text NOT NULL,
    admission text NOT NULL,
    capacity bigint,
    taken bigint NOT NULL DEFAULT 0,
    companions_max bigint NOT NULL,
    answer_until bigint NOT NULL,
    delete_after bigint NOT NULL,
    request_key bytea NOT NULL,
    created_at bigint NOT NULL,
    published_at bigint,
    closed_at bigint,
    cancelled_at bigint,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT events_request UNIQUE (tenant_id, request_key),
    CONSTRAINT events_never_oversold CHECK (taken >= 0 AND (capacity IS NULL OR taken <= capacity)),
    CONSTRAINT events_end_after_start CHECK (ends_at > starts_at)
);

CREATE TABLE imports (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    sealed bytea,
    uploaded_at bigint NOT NULL,
    confirmed_at bigint,
    undone_at bigint,
    added bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
);

CREATE TABLE guests (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    person_id uuid NOT NULL,
    import_id uuid,
    sealed bytea NOT NULL,
    companions_max bigint,
    places bigint NOT NULL DEFAULT 0,
    link_generation bigint NOT NULL DEFAULT 1,
    request_key bytea,
    listed_at bigint NOT NULL,
    invited_at bigint,
    accepted_at bigint,
    declined_at bigint,
    cancelled_at bigint,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT guests_person UNIQUE (tenant_id, event_id, person_id),
    CONSTRAINT guests_request UNIQUE (tenant_id, event_id, request_key),
    CONSTRAINT guests_places CHECK (places >= 0),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id)
);

CREATE INDEX guests_of_event ON guests (tenant_id, event_id, id);

CREATE TABLE mailings (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    sealed bytea NOT NULL,
    changed_at bigint NOT NULL,
    tested_at bigint,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT mailings_event UNIQUE (tenant_id, event_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
);

CREATE TABLE mails (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    subject_id uuid NOT NULL,
    event_id uuid,
    guest_id uuid,
    kind text NOT NULL,
    dedupe_key text NOT NULL,
    sealed bytea NOT NULL,
    queued_at bigint NOT NULL,
    due_at bigint NOT NULL,
    leased_until bigint,
    fence bigint NOT NULL DEFAULT 0,
    attempts bigint NOT NULL DEFAULT 0,
    sent_at bigint,
    failed_at bigint,
    uncertain_at bigint,
    reply_code bigint,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT mails_once UNIQUE (tenant_id, dedupe_key)
);

CREATE INDEX mails_due ON mails (tenant_id, due_at) WHERE sent_at IS NULL AND failed_at IS NULL AND uncertain_at IS NULL;
CREATE INDEX mails_of_guest ON mails (tenant_id, guest_id);

CREATE TABLE entries (
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    id uuid NOT NULL,
    at bigint NOT NULL,
    actor_kind text NOT NULL,
    actor text NOT NULL,
    origin text NOT NULL,
    action text NOT NULL,
    entity text NOT NULL,
    subject_id uuid NOT NULL,
    event_id uuid,
    guest_id uuid,
    fields text NOT NULL,
    sealed bytea,
    leaf bytea NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX entries_of_guest ON entries (tenant_id, guest_id, id);
CREATE INDEX entries_of_event ON entries (tenant_id, event_id, id);

-- The wall: a transaction sees the tenant that it named, and nothing when it named none.

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['keys', 'users', 'grants', 'people', 'events', 'imports', 'guests', 'mailings', 'mails', 'entries']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY of_tenant ON %I USING (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))'
            ' WITH CHECK (tenant_id = (SELECT current_setting(''app.tenant_id'')::uuid))', name);
    END LOOP;
END
$$;
