//! The access review.

use std::collections::BTreeMap;

use domain::{
    Instant,
    access::{ReviewInterval, Role, act},
    fields::{FieldError, Problem},
    ids::{AccessReviewId, EventId, UserId},
};

use super::{assign::unassign_within, change::end_within, event_grants, sql};
use crate::{
    Failure,
    access::{Permit, Who},
    accounts,
    desk::{Change, Desk, FieldChange, TenantTx},
    keys, tenants,
};

/// What becomes of each role: whether it stays.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    /// In the tenant, by account.
    pub roles: BTreeMap<UserId, bool>,
    /// At single events, by account and event; of whoever stays in the team.
    pub at_events: BTreeMap<(UserId, EventId), bool>,
}

/// Why a review is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// Nothing was said of a role: the field is `grant-` and the account, behind it `.` and the event for a role at one.
    #[error("a field is wrong")]
    Invalid(Vec<FieldError>),
    /// The tenant would be without an owner who stays.
    #[error("the last owner stays")]
    LastOwner,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// A review that took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// When.
    pub at: Instant,
    /// By whom; empty when the account is gone.
    pub by: String,
    /// So many roles were confirmed.
    pub kept: i64,
    /// So many were ended.
    pub ended: i64,
}

/// How reviews stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewStanding {
    /// Reviews that took place, the newest first; not more than the last 20.
    pub past: Vec<Review>,
    /// So much time may lie between two.
    pub every: ReviewInterval,
    /// The next one is due then.
    pub due_at: Instant,
}

impl ReviewStanding {
    /// Whether one is due now.
    pub fn is_due(&self, now: Instant) -> bool {
        self.due_at <= now
    }
}

/// How the reviews of the permit's tenant stand.
pub async fn review_standing(
    desk: &Desk,
    permit: &Permit<act::SeeTeam>,
) -> Result<ReviewStanding, Failure> {
    let mut tx = desk.read(permit).await?;
    let rows = sql::reviews(&mut tx).await?;
    let (every, due_at) = due(&mut tx, rows.first().map(|row| row.reviewed_at)).await?;
    drop(tx);
    let by = |row: &sql::ReviewRow| UserId::from_uuid(row.reviewed_by);
    let reviewers: Vec<UserId> = rows.iter().map(by).collect();
    let contacts = accounts::contacts(desk, reviewers).await?;
    let past = rows.into_iter().map(|row| Review {
        at: Instant(row.reviewed_at),
        by: contacts
            .get(&by(&row))
            .map_or_else(String::new, |contact| contact.name.clone()),
        kept: row.kept,
        ended: row.ended,
    });
    Ok(ReviewStanding {
        past: past.collect(),
        every,
        due_at,
    })
}

/// The interval, and when the next review is due after the last one.
pub(super) async fn due(
    tx: &mut TenantTx,
    last: Option<i64>,
) -> Result<(ReviewInterval, Instant), Failure> {
    let (created_at, days) = tenants::sql::review_interval(tx).await?;
    let every = match days {
        Some(days) => u16::try_from(days)
            .ok()
            .and_then(|days| ReviewInterval::of_days(days).ok())
            .ok_or(Failure::Damaged("tenants.review_every_days"))?,
        None => ReviewInterval::default(),
    };
    Ok((every, every.due_after(Instant(last.unwrap_or(created_at)))))
}

/// Confirms or ends every role of the team, in one transaction: whoever is to end is out with the next request, and the
/// result is in the log. Who reviews stays in any case, and whoever
/// is to leave the team leaves every event.
pub async fn review(
    desk: &Desk,
    permit: &Permit<act::ReviewAccess>,
    decisions: &Decisions,
) -> Result<(), ReviewError> {
    let Who::User(_, reviewer, _) = permit.who() else {
        return Err(Failure::NotFound.into());
    };
    let present = accounts::present(desk, permit.who().tenant()).await?;
    let mut tx = desk.open(permit).await?;
    let now = tx.now();
    let lasting = sql::lasting_owners(&mut tx).await?;
    // Somebody else's review may have ended the reviewer's own role meanwhile.
    let own = sql::grant(&mut tx, reviewer).await?;
    if own.is_none_or(|(role, _)| role != Role::Owner.code()) {
        return Err(Failure::NotFound.into());
    }
    let mut undecided = Vec::new();
    let (mut kept, mut ended) = (Vec::new(), Vec::new());
    for grant in sql::grants(&mut tx).await? {
        let user = UserId::from_uuid(grant.user_id);
        let is_over = grant.valid_until.is_some_and(|until| until <= now.0);
        if is_over || !present.contains(&user) {
            continue;
        }
        let role = accounts::sql::parse_role(&grant.role)?;
        match decisions.roles.get(&user) {
            _ if user == reviewer => kept.push((user, role)),
            Some(true) => kept.push((user, role)),
            Some(false) => ended.push((user, role)),
            None => undecided.push(FieldError::new(format!("grant-{user}"), Problem::Undecided)),
        }
    }
    let (kept_at, ended_at) = decide_at_events(&mut tx, &kept, decisions, &mut undecided).await?;
    if !undecided.is_empty() {
        return Err(ReviewError::Invalid(undecided));
    }
    let stays = |owner: &UserId| !ended.iter().any(|(user, _)| user == owner);
    if !lasting.is_empty() && !lasting.iter().any(stays) {
        return Err(ReviewError::LastOwner);
    }
    let key = keys::own(&mut tx).await?;
    for (user, role) in &ended {
        let _noted = end_within(&mut tx, *user, *role, &key).await?;
    }
    for (user, event, _) in &ended_at {
        let _noted = unassign_within(&mut tx, *user, *event, &key).await?;
    }
    let id = AccessReviewId::from_uuid(tx.make_uuid());
    sql::add_review(
        &mut tx,
        id,
        reviewer,
        (kept.len() + kept_at.len(), ended.len() + ended_at.len()),
    )
    .await?;
    let tenant = tx.tenant().uuid();
    let fields = [
        ("kept", in_words(&kept, &kept_at)),
        ("ended", in_words(&ended, &ended_at)),
    ]
    .into_iter()
    .filter(|(_, words)| !words.is_empty())
    .map(|(field, words)| FieldChange::new(field, "", words));
    let change = Change::new("team.reviewed", id, tenant, &key).with(fields.collect());
    Ok(tx.commit(change).await?)
}

/// A role at an event.
type AtEvent = (UserId, EventId, Role);

/// Which roles at single events stay and which do not, of whoever stays in the team.
async fn decide_at_events(
    tx: &mut TenantTx,
    staying: &[(UserId, Role)],
    decisions: &Decisions,
    undecided: &mut Vec<FieldError>,
) -> Result<(Vec<AtEvent>, Vec<AtEvent>), Failure> {
    let (mut kept, mut ended) = (Vec::new(), Vec::new());
    let now = tx.now();
    for grant in event_grants::all(tx).await? {
        let (user, event) = (grant.user(), grant.event());
        if !grant.lasts(now) || !staying.iter().any(|(stays, _)| *stays == user) {
            continue;
        }
        match decisions.at_events.get(&(user, event)) {
            Some(true) => kept.push((user, event, grant.role()?)),
            Some(false) => ended.push((user, event, grant.role()?)),
            None => {
                let field = format!("grant-{user}.{event}");
                undecided.push(FieldError::new(field, Problem::Undecided));
            }
        }
    }
    Ok((kept, ended))
}

fn in_words(grants: &[(UserId, Role)], at_events: &[AtEvent]) -> String {
    let words = grants
        .iter()
        .map(|(user, role)| format!("{user} {}", role.code()));
    let at_events = at_events
        .iter()
        .map(|(user, event, role)| format!("{user} {} {event}", role.code()));
    words.chain(at_events).collect::<Vec<_>>().join(", ")
}

/// Sets how much time may lie between two reviews.
pub async fn set_review_interval(
    desk: &Desk,
    permit: &Permit<act::ReviewAccess>,
    every: ReviewInterval,
) -> Result<(), Failure> {
    let mut tx = desk.open(permit).await?;
    let (before, _) = due(&mut tx, None).await?;
    if before == every {
        return Ok(());
    }
    tenants::sql::set_review_interval(&mut tx, every).await?;
    let key = keys::own(&mut tx).await?;
    let tenant = tx.tenant();
    let days = FieldChange::new(
        "review-days",
        before.days().to_string(),
        every.days().to_string(),
    );
    tx.commit(Change::new("team.review_changed", tenant, tenant.uuid(), &key).with(vec![days]))
        .await
}
