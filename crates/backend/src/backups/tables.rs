//! What a backup holds: every table but those that others follow from.

use super::Part;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A UUID.
    Id,
    /// A number or a time.
    Number,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

/// A table of a backup.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) part: Part,
    /// The column that names the tenant.
    pub(super) tenant: &'static str,
    /// Its columns.
    pub(super) columns: &'static [(&'static str, Kind)],
}

macro_rules! tables {
    ($($part:ident $name:literal $(by $tenant:literal)? { $($kind:ident: $($column:literal)+;)+ })+) => {
        &[$(Table {
            name: $name,
            part: Part::$part,
            tenant: tables!(@tenant $($tenant)?),
            columns: &[$($(($column, Kind::$kind),)+)+],
        },)+]
    };
    (@tenant) => { "tenant_id" };
    (@tenant $tenant:literal) => { $tenant };
}

/// Every table of a backup, in the order in which they can be filled.
///
/// Left out: `sessions` (nobody stays signed in over a restore), `password_resets`, `challenges` and `attempts` (of the last
/// hours),
/// `log_waiting` and `guest_changes` (triggers fill them).
pub(super) const TABLES: &[Table] = tables! {
    Keys "tenants" by "id" { Id: "id"; Bytes: "sealed"; Number: "created_at" "factor_required_at" "review_every_days"; }
    Keys "roots" { Id: "tenant_id"; Number: "version"; Bytes: "wrapped"; Number: "made_at"; }
    Keys "keys" {
        Id: "tenant_id" "subject_id"; Number: "root_version"; Bytes: "wrapped"; Number: "made_at";
    }
    Keys "erasures" { Id: "tenant_id" "subject_id" "entry_id"; Number: "erased_at"; }
    Data "users" {
        Id: "tenant_id" "id"; Bytes: "email_index"; Text: "password_hash"; Bytes: "sealed";
        Number: "created_at" "disabled_at" "password_at" "support_at";
    }
    Data "factors" {
        Id: "tenant_id" "id" "user_id"; Text: "kind"; Bytes: "credential_hash" "sealed";
        Number: "made_at" "confirmed_at" "used_at" "last_step";
    }
    Data "recovery_codes" { Id: "tenant_id" "user_id"; Bytes: "code_hash"; }
    Data "grants" {
        Id: "tenant_id" "user_id"; Text: "role"; Number: "granted_at"; Id: "granted_by"; Number: "valid_until" "ended_at";
    }
    Data "access_reviews" {
        Id: "tenant_id" "id"; Number: "reviewed_at"; Id: "reviewed_by"; Number: "kept" "ended";
    }
    Data "support_grants" {
        Id: "tenant_id" "id" "user_id"; Text: "extent"; Bytes: "sealed"; Id: "granted_by";
        Number: "granted_at" "valid_until" "ended_at";
    }
    Data "sign_on" { Id: "tenant_id"; Bytes: "sealed"; Number: "changed_at"; }
    Data "sign_on_links" { Id: "tenant_id" "user_id"; Bytes: "sealed"; Number: "linked_at"; }
    Data "team_invitations" {
        Id: "tenant_id" "id"; Bytes: "token_hash" "sealed"; Text: "role"; Number: "valid_until"; Id: "made_by";
        Number: "made_at" "expires_at"; Id: "event_id";
    }
    Data "people" { Id: "tenant_id" "id"; Bytes: "email_index"; Number: "made_at"; }
    Data "events" {
        Id: "tenant_id" "id"; Text: "slug"; Bytes: "sealed"; Number: "starts_at" "ends_at"; Text: "zone" "admission";
        Number: "capacity" "taken" "companions_max" "answer_until" "delete_after"; Bytes: "request_key";
        Number: "created_at" "published_at" "closed_at" "cancelled_at" "opens_at" "moved_at" "archived_at" "offer_hours"
            "by_approval" "maybe";
    }
    Data "event_grants" {
        Id: "tenant_id" "user_id" "event_id"; Text: "role"; Number: "granted_at"; Id: "granted_by"; Number: "valid_until";
    }
    Data "addresses" { Text: "slug"; Id: "tenant_id" "event_id"; }
    Data "imports" {
        Id: "tenant_id" "id" "event_id"; Bytes: "sealed"; Number: "uploaded_at" "confirmed_at" "undone_at" "added";
    }
    Data "guests" {
        Id: "tenant_id" "id" "event_id" "person_id" "import_id"; Bytes: "sealed";
        Number: "companions_max" "places" "places_wanted" "link_generation"; Bytes: "request_key";
        Number: "listed_at" "invited_at" "accepted_at" "declined_at" "cancelled_at" "held_until" "waiting_since" "offered_until"
            "maybe_at" "requested_at" "refused_at";
    }
    Data "covers" { Id: "tenant_id" "event_id"; Bytes: "sealed"; }
    Data "tags" { Id: "tenant_id" "id" "event_id"; Bytes: "sealed"; Number: "kept_at"; }
    Data "guest_tags" { Id: "tenant_id" "guest_id" "tag_id"; }
    Data "guest_workshops" {
        Id: "tenant_id" "guest_id" "event_id"; Number: "workshop" "waits" "is_untold" "chosen_at";
    }
    Data "special_replies" { Id: "tenant_id" "guest_id" "key_id"; Bytes: "sealed"; Number: "replied_at"; }
    Data "links" { Bytes: "token_hash"; Id: "tenant_id" "guest_id"; Number: "made_at" "revoked_at"; }
    Data "objections" { Id: "tenant_id"; Bytes: "email_index"; Number: "objected_at"; }
    Data "mailings" {
        Id: "tenant_id" "id" "event_id"; Bytes: "sealed"; Number: "changed_at" "tested_at"; Text: "kind";
    }
    Data "mails" {
        Id: "tenant_id" "id" "subject_id" "event_id" "guest_id"; Text: "kind" "dedupe_key"; Bytes: "sealed";
        Number: "queued_at" "due_at" "leased_until" "fence" "attempts" "sent_at" "failed_at" "uncertain_at" "reply_code";
    }
    Data "entries" {
        Id: "tenant_id" "id"; Number: "at"; Text: "actor_kind" "actor" "origin" "action" "entity";
        Id: "subject_id" "event_id" "guest_id"; Text: "fields"; Bytes: "sealed" "leaf";
    }
    Data "log_heads" {
        Id: "tenant_id"; Bytes: "sealed"; Text: "verifier"; Bytes: "frontier"; Number: "made_at";
    }
    Data "log_leaves" { Id: "tenant_id"; Number: "position"; Id: "entry_id"; Bytes: "leaf"; }
    Data "log_hashes" { Id: "tenant_id"; Number: "level" "position"; Bytes: "hash"; }
    Data "log_checkpoints" { Id: "tenant_id"; Number: "size"; Text: "note"; Number: "made_at"; }
};

impl Table {
    /// The table of that name in that part.
    pub(super) fn named(name: &str, part: Part) -> Option<&'static Self> {
        TABLES
            .iter()
            .find(|table| table.name == name && table.part == part)
    }

    fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    }

    /// Reads the rows of one tenant.
    pub(super) fn select(&self) -> String {
        format!(
            "SELECT {} FROM {} WHERE {} = $1",
            self.names(),
            self.name,
            self.tenant
        )
    }

    /// Adds rows; the values follow.
    pub(super) fn insert(&self) -> String {
        format!("INSERT INTO {} ({}) ", self.name, self.names())
    }
}

/// Table and column of everything that a backup holds.
pub fn columns() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLES.iter().flat_map(|table| {
        table
            .columns
            .iter()
            .map(|(column, _)| (table.name, *column))
    })
}
