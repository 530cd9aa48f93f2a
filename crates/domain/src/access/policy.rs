//! The policy: one table, read by the server, shown to people as `docs/policy.txt`.

use std::fmt::Write;

use super::{Action, Extent, Role};

/// Who wants to do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// Anybody on the internet.
    Visitor,
    /// Who holds the personal link of a guest.
    Participant,
    /// Somebody of the tenant's team.
    User(Role),
    /// Somebody of the tenant's team at a single event.
    AtEvent(Role),
    /// The provider's support, in a tenant that lets it in.
    Support(Extent),
    /// The provider's support, in no tenant.
    SupportDesk,
    /// The software itself.
    System,
    /// The operator at the command line.
    Operator,
}

impl Party {
    /// Every party, in the order of the table's columns.
    pub const ALL: [Self; 17] = [
        Self::Visitor,
        Self::Participant,
        Self::User(Role::Owner),
        Self::User(Role::Admin),
        Self::User(Role::EventManager),
        Self::User(Role::CheckIn),
        Self::User(Role::Analyst),
        Self::User(Role::DataProtectionOfficer),
        Self::User(Role::Assigned),
        Self::AtEvent(Role::EventManager),
        Self::AtEvent(Role::CheckIn),
        Self::AtEvent(Role::Analyst),
        Self::Support(Extent::Read),
        Self::Support(Extent::Edit),
        Self::SupportDesk,
        Self::System,
        Self::Operator,
    ];

    /// The name of the table's column.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Participant => "participant",
            Self::User(role) => role.code(),
            Self::AtEvent(Role::EventManager) => "event-manager-at-event",
            Self::AtEvent(Role::CheckIn) => "check-in-at-event",
            Self::AtEvent(_) => "analyst-at-event",
            Self::Support(Extent::Read) => "support-read",
            Self::Support(Extent::Edit) => "support-edit",
            Self::SupportDesk => "support-desk",
            Self::System => "system",
            Self::Operator => "operator",
        }
    }
}

/// Whether a party may do something. Everything that is not listed is denied.
pub fn allows(party: Party, action: Action) -> bool {
    use Extent::Edit;
    use Party::{Operator, Participant, Support, SupportDesk, System, User, Visitor};
    use Role::{Admin, Analyst, CheckIn, DataProtectionOfficer, EventManager, Owner};
    if let Party::AtEvent(role) = party {
        let there = is_of_event(action) && Role::AT_EVENT.contains(&role);
        return there && allows(User(role), action) || allows(User(Role::Assigned), action);
    }
    match action {
        Action::SeePublicEvent => matches!(party, Visitor | Participant),
        Action::Register | Action::SignIn | Action::JoinTeam | Action::ObjectToMailings => {
            party == Visitor
        }
        Action::ManageOwnAccount | Action::ManageFactors => {
            matches!(party, User(_) | Support(_) | SupportDesk)
        }
        Action::SeeTeam => matches!(party, User(Owner | Admin | DataProtectionOfficer)),
        Action::ManageTeam => matches!(party, User(Owner | Admin)),
        Action::ReviewAccess | Action::ManageSignOn => party == User(Owner),
        Action::SeeSupport => matches!(party, User(Owner | Admin | DataProtectionOfficer)),
        Action::GrantSupport => matches!(party, User(Owner | Admin)),
        Action::SeeSupportDesk => matches!(party, Support(_) | SupportDesk),
        Action::SeeInvitation
        | Action::AnswerInvitation
        | Action::SeeOwnData
        | Action::EraseOwnData => party == Participant,
        Action::SeeEvents => matches!(
            party,
            User(Owner | Admin | EventManager | CheckIn | Analyst | DataProtectionOfficer)
                | Support(_)
        ),
        Action::ListEvents => matches!(party, User(_) | Support(_)),
        Action::CreateEvents | Action::PlanEvents | Action::EditGuests => {
            matches!(party, User(Owner | Admin | EventManager) | Support(Edit))
        }
        Action::SendMailings
        | Action::SeeMailbox
        | Action::ExportGuests
        | Action::SeeSpecialReplies
        | Action::TakeOffGuests => {
            matches!(party, User(Owner | Admin | EventManager))
        }
        Action::ErasePeople => matches!(party, User(Owner | Admin)),
        Action::SeeGuests => {
            matches!(
                party,
                User(Owner | Admin | EventManager | CheckIn | DataProtectionOfficer) | Support(_)
            )
        }
        Action::SeeLog => {
            matches!(
                party,
                User(Owner | Admin | DataProtectionOfficer) | Operator
            )
        }
        Action::DeliverMail
        | Action::SequenceLog
        | Action::AskForReview
        | Action::DeleteExpired
        | Action::OfferPlaces => party == System,
        Action::ManageTenants | Action::ManageUsers => party == Operator,
        Action::RotateKeys | Action::KeepBackups => matches!(party, System | Operator),
    }
}

/// Whether it is done to a single event, and can be allowed at that one alone.
const fn is_of_event(action: Action) -> bool {
    matches!(
        action,
        Action::SeeEvents
            | Action::PlanEvents
            | Action::SeeGuests
            | Action::SeeSpecialReplies
            | Action::EditGuests
            | Action::TakeOffGuests
            | Action::ExportGuests
            | Action::SendMailings
    )
}

/// The whole table as text, for people.
pub fn snapshot() -> String {
    let mut table =
        String::from("Who may do what. x = allowed; everything else looks like \"not found\".\n\n");
    let width = Action::ALL
        .iter()
        .map(|action| action.words().len())
        .max()
        .unwrap_or(0);
    let _ = write!(table, "{:width$}", "");
    for party in Party::ALL {
        let _ = write!(table, " | {}", party.name());
    }
    table.push('\n');
    for action in Action::ALL {
        let _ = write!(table, "{:width$}", action.words());
        for party in Party::ALL {
            let mark = if allows(party, *action) { "x" } else { "" };
            let _ = write!(table, " | {mark:^0$}", party.name().len());
        }
        while table.ends_with(' ') {
            table.pop();
        }
        table.push('\n');
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_table_is_the_policy() {
        let committed = include_str!("../../../../docs/policy.txt");
        assert_eq!(
            committed,
            snapshot(),
            "docs/policy.txt must show the policy; write the right side into it"
        );
    }

    #[test]
    fn support_carries_nothing_away_and_lets_nobody_in() {
        let edit = Party::Support(Extent::Edit);
        for action in [
            Action::ExportGuests,
            Action::SeeSpecialReplies,
            Action::ErasePeople,
            Action::TakeOffGuests,
            Action::SendMailings,
            Action::SeeMailbox,
            Action::ManageTeam,
            Action::GrantSupport,
            Action::SeeLog,
        ] {
            assert!(!allows(edit, action), "{action:?}");
        }
        for action in Action::ALL {
            let read = allows(Party::Support(Extent::Read), *action);
            assert!(!read || allows(edit, *action), "{action:?}");
        }
    }

    #[test]
    fn a_role_at_an_event_allows_less_than_the_same_in_the_tenant() {
        for role in Role::AT_EVENT {
            for action in Action::ALL {
                let (here, there) = (Party::User(role), Party::AtEvent(role));
                assert!(
                    allows(here, *action) || !allows(there, *action),
                    "{role:?} {action:?}"
                );
            }
            assert!(!allows(Party::AtEvent(role), Action::CreateEvents));
            assert!(!allows(Party::AtEvent(role), Action::SeeMailbox));
            assert!(allows(Party::AtEvent(role), Action::SeeEvents));
        }
        assert!(!allows(Party::AtEvent(Role::Owner), Action::SeeEvents));
        assert!(!allows(Party::User(Role::Assigned), Action::SeeEvents));
    }

    #[test]
    fn an_analyst_sees_no_names() {
        let analyst = Party::User(Role::Analyst);
        let allowed: Vec<_> = Action::ALL
            .iter()
            .filter(|action| allows(analyst, **action))
            .collect();
        assert_eq!(
            allowed,
            [
                &Action::ManageOwnAccount,
                &Action::ManageFactors,
                &Action::ListEvents,
                &Action::SeeEvents
            ]
        );
    }
}
