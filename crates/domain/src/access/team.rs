//! Who may give and take which role in a team.

use super::Role;

/// Whether somebody of one role may give another role to somebody, or take it away: owners all of them, admins all but
/// that of an owner.
pub const fn may_give(giver: Role, role: Role) -> bool {
    match giver {
        Role::Owner => true,
        Role::Admin => !matches!(role, Role::Owner),
        Role::EventManager
        | Role::CheckIn
        | Role::Analyst
        | Role::DataProtectionOfficer
        | Role::Assigned => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_gives_more_than_they_have() {
        for role in Role::ALL {
            assert!(may_give(Role::Owner, role));
            assert_eq!(may_give(Role::Admin, role), role != Role::Owner);
            for giver in &Role::ALL[2..] {
                assert!(!may_give(*giver, role));
            }
        }
    }
}
