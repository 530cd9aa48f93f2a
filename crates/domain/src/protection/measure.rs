//! The measures of the paper.

use serde::{Serialize, Serializer};

use super::Section;

/// The table of measures: section, code, the place where it can be changed (empty if nowhere), and the test that proves it
/// (empty for what is outside the software or not built).
macro_rules! measures {
    ($($(#[$doc:meta])* $name:ident: $section:ident, $code:literal, $place:literal, $proof:literal;)*) => {
        /// A sentence of the paper.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Measure {
            $($(#[$doc])* $name,)*
        }

        impl Measure {
            /// Every measure, in the order of the paper.
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$name),*];

            /// The section in which it stands.
            pub const fn section(self) -> Section {
                match self { $(Self::$name => Section::$section,)* }
            }

            /// The value in files and the key of its words.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The page on which it can be changed or looked at; empty if there is none.
            pub const fn place(self) -> &'static str {
                match self { $(Self::$name => $place,)* }
            }

            /// The name of the test that breaks the build when the measure does not hold; empty if there is none.
            pub const fn proof(self) -> &'static str {
                match self { $(Self::$name => $proof,)* }
            }
        }
    };
}

measures! {
    /// Every column has a class, and none is there that has none.
    Columns: Encryption, "columns", "/app/protection", "every_column_has_a_class_and_every_class_a_column";
    /// What people entered is ciphertext.
    Sealed: Encryption, "sealed", "/app/protection", "what_people_enter_is_nowhere_in_the_clear";
    /// A key for each person.
    PersonKeys: Encryption, "person-keys", "", "what_the_log_still_holds_cannot_be_read";
    /// Root keys come from the provider of keys.
    RootKeys: Encryption, "root-keys", "", "a_root_key_of_another_tenant_opens_nothing";
    /// Who gets into the rooms is the host's to show.
    Host: PhysicalAccess, "host", "", "";
    /// New passwords keep a rule.
    Passwords: SystemAccess, "passwords", "", "common_and_obvious_passwords_are_refused";
    /// A second factor.
    SecondFactor: SystemAccess, "second-factor", "/app/team", "a_tenant_can_want_a_second_factor_of_everybody";
    /// Accounts are used by whoever has them.
    Accounts: SystemAccess, "accounts", "/app/team", "roles_accounts_and_reviews_that_nobody_looked_after_are_told";
    /// Who leaves is out.
    Leavers: SystemAccess, "leavers", "/app/team", "who_leaves_is_out_with_the_next_request";
    /// Encrypted on the way.
    Https: SystemAccess, "https", "", "with_tls_every_cookie_is_bound_to_this_host";
    /// Roles by need.
    Roles: DataAccess, "roles", "/app/team", "the_gate_opens_exactly_as_the_published_table_says";
    /// Roles are reviewed.
    Review: DataAccess, "review", "/app/team/review", "a_review_is_due_a_quarter_after_the_beginning_and_after_the_last_one";
    /// Who looked is known.
    Looks: DataAccess, "looks", "/app/protection/log", "what_the_team_does_is_logged_once_each";
    /// Support is let in by the tenant only.
    Support: DataAccess, "support", "/app/team/support", "support_is_at_its_desk_until_a_tenant_lets_it_in";
    /// Where data leaves.
    Roads: Transfer, "roads", "/app/protection/log", "every_road_on_which_data_leaves_is_declared";
    /// Mails are encrypted on the way.
    Mail: Transfer, "mail", "", "what_leaves_the_host_is_encrypted";
    /// Every change is in the log.
    Log: Input, "log", "/app/protection/log", "every_entry_gets_its_place_and_the_export_proves_it";
    /// The log can be added to, not changed.
    LogStays: Input, "log-stays", "/app/protection/log", "what_is_changed_in_the_database_is_found";
    /// Order and agreement.
    Order: Order, "order", "", "";
    /// Backups are made.
    Backup: Availability, "backup", "", "a_backup_of_either_engine_comes_back_on_either_engine";
    /// Backups are restored for trial.
    Restore: Availability, "restore", "", "a_backup_is_verified_and_restored_into_a_new_installation";
    /// Mails do not stand still.
    Queue: Availability, "queue", "", "a_queue_that_stands_still_is_red_within_a_minute";
    /// Environments cannot read each other.
    Environment: Separation, "environment", "", "a_wrapped_key_unwraps_only_for_its_own_person_tenant_environment_and_root";
    /// Tenants cannot reach each other.
    Walls: Separation, "walls", "", "with_one_tenant_no_row_of_another_is_seen_changed_or_made";
    /// No payment data.
    Payment: Payment, "payment", "", "no_column_holds_what_one_pays_with";
    /// Guests are deleted on the promised date.
    Retention: Deletion, "retention", "/app/protection/retention", "guests_are_deleted_on_the_promised_date_and_not_before";
    /// Who was erased is gone from backups in time.
    Erasure: Deletion, "erasure", "/app/protection/erasures", "whoever_was_erased_does_not_come_back";
}

impl Serialize for Measure {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn measures_stand_in_the_order_of_the_sections_and_none_is_empty() {
        let sections: Vec<Section> = Measure::ALL.map(Measure::section).into();
        assert!(sections.is_sorted());
        let all: BTreeSet<Section> = sections.into_iter().collect();
        assert_eq!(all, Section::ALL.into());
        let codes: BTreeSet<&str> = Measure::ALL.map(Measure::code).into();
        assert_eq!(codes.len(), Measure::ALL.len());
    }
}
