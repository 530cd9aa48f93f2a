//! The gate and the policy that people read.

use std::collections::BTreeSet;

use backend::access::{Denied, Origin, Permit, Who, authorise};
use domain::{
    access::{Act, Action, Extent, Role, act},
    ids::{EventId, GuestId, TenantId, UserId},
};
use uuid::Uuid;

/// Who stands behind a column of `docs/policy.txt`.
fn who(column: &str) -> Who {
    let tenant = TenantId::from_uuid(Uuid::from_u128(1));
    let user = UserId::from_uuid(Uuid::from_u128(2));
    match column {
        "visitor" => Who::Visitor(tenant),
        "participant" => Who::Participant(tenant, GuestId::from_uuid(Uuid::from_u128(3))),
        "system" => Who::System(tenant),
        "operator" => Who::Operator(tenant),
        "support-read" => Who::Support(tenant, user, Some(Extent::Read)),
        "support-edit" => Who::Support(tenant, user, Some(Extent::Edit)),
        "support-desk" => Who::Support(tenant, user, None),
        column => match column.strip_suffix("-at-event") {
            Some(role) => Who::AtEvent(
                tenant,
                user,
                role_of(role),
                EventId::from_uuid(Uuid::from_u128(4)),
            ),
            None => Who::User(tenant, user, role_of(column)),
        },
    }
}

fn role_of(code: &str) -> Role {
    code.parse().expect("a column is a role")
}

/// The columns in which `docs/policy.txt` lets an action pass.
fn allowed_by_the_document(action: Action) -> BTreeSet<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/policy.txt");
    let table = std::fs::read_to_string(path).expect("the policy is in docs");
    let mut lines = table.lines().filter(|line| line.contains(" | "));
    let columns: Vec<&str> = lines.next().expect("a head").split('|').skip(1).collect();
    let line = lines
        .find(|line| line.split('|').next().map(str::trim) == Some(action.words()))
        .expect("each action has a line");
    let mut cells = line.split('|').skip(1);
    columns
        .into_iter()
        .filter(|_| cells.next().is_some_and(|cell| cell.trim() == "x"))
        .map(|column| column.trim().to_owned())
        .collect()
}

const COLUMNS: [&str; 17] = [
    "visitor",
    "participant",
    "owner",
    "admin",
    "event-manager",
    "check-in",
    "analyst",
    "data-protection-officer",
    "assigned",
    "event-manager-at-event",
    "check-in-at-event",
    "analyst-at-event",
    "support-read",
    "support-edit",
    "support-desk",
    "system",
    "operator",
];

fn check<A: Act>(seen: &mut Vec<Action>) {
    let allowed = allowed_by_the_document(A::ACTION);
    assert!(!allowed.is_empty(), "nobody may {}", A::ACTION.words());
    for column in COLUMNS {
        let permit: Result<Permit<A>, Denied> = authorise(who(column), &Origin::default());
        assert_eq!(
            permit.is_ok(),
            allowed.contains(column),
            "{column}: {}",
            A::ACTION.words()
        );
    }
    seen.push(A::ACTION);
}

#[test]
fn the_gate_opens_exactly_as_the_published_table_says() {
    let mut seen = Vec::new();
    macro_rules! check_all {
        ($($name:ident)*) => { $(check::<act::$name>(&mut seen);)* };
    }
    check_all! {
        SeePublicEvent Register SeeInvitation SeeOwnData EraseOwnData ObjectToMailings AnswerInvitation SignIn JoinTeam ManageOwnAccount ManageFactors SeeTeam
        ManageTeam ReviewAccess ManageSignOn SeeSupport GrantSupport SeeSupportDesk ListEvents CreateEvents SeeEvents PlanEvents SeeGuests SeeSpecialReplies EditGuests TakeOffGuests ErasePeople ExportGuests SendMailings SeeMailbox DeliverMail SeeLog SequenceLog AskForReview DeleteExpired OfferPlaces ManageTenants ManageUsers
        RotateKeys KeepBackups
    }
    assert_eq!(seen, Action::ALL, "an action is not in this test");
}

#[test]
fn a_permit_knows_whom_it_was_made_for() {
    let owner = who("owner");
    let permit: Permit<act::SeeEvents> =
        authorise(owner, &Origin::default()).expect("an owner sees events");
    assert_eq!(permit.who(), owner);
}
