//! Accounts and roles: who gets in, and to what.

use domain::{
    Instant,
    access::{Action, Role, act},
    protection::{Finding, Light, Measure, Value},
};

use super::sql::Deed;
use crate::{
    Failure,
    access::Permit,
    desk::Desk,
    support,
    team::{self, Team},
};

/// Whoever was not here for so long should be asked whether the account is needed.
const DORMANT_MS: i64 = 90 * Instant::DAY_MS;

pub(super) async fn findings(
    desk: &Desk,
    permit: &Permit<act::SeeTeam>,
    support: &Permit<act::SeeSupport>,
) -> Result<Vec<Finding>, Failure> {
    let team = team::list(desk, permit).await?;
    let review = team::review_standing(desk, permit).await?;
    let now = desk.now();
    let is_safe = desk.settings().base_url.starts_with("https://");
    let in_production = desk.settings().environment == vault::Environment::Production;
    let https = match (is_safe, in_production) {
        (true, _) => Light::Green,
        (false, false) => Light::Amber,
        (false, true) => Light::Red,
    };
    Ok(vec![
        passwords(desk, &team),
        second_factor(&team),
        in_use(&team, now),
        Finding::new(Measure::Leavers, Light::should(team.left_standing == 0))
            .with("accounts-left-standing", team.left_standing)
            .with("invitations-open", team.invited.len()),
        Finding::new(Measure::Https, https).with("https", if is_safe { "on" } else { "off" }),
        roles(&team),
        Finding::new(Measure::Review, Light::must(!review.is_due(now)))
            .with("review-last", review.past.first().map(|review| review.at))
            .with("review-due", review.due_at),
        support_access(desk, support).await?,
    ])
}

/// Who looks, searches, exports and asks in vain is in the log: as sure as the log itself (`log_stands`).
pub(super) fn looks(deeds: &[Deed], log_stands: bool) -> Finding {
    let count = |actions: &[&str]| -> u64 {
        let deeds = deeds
            .iter()
            .filter(|deed| actions.contains(&deed.action.as_str()));
        deeds.map(|deed| deed.count).sum()
    };
    Finding::new(Measure::Looks, Light::must(log_stands))
        .with(
            "looks",
            count(&["access.guest_seen", "access.special_seen"]),
        )
        .with("searches", count(&["access.guests_searched"]))
        .with("exports", count(&["guests.exported"]))
        .with("denials", count(&["access.denied"]))
}

fn passwords(desk: &Desk, team: &Team) -> Finding {
    let profile = desk.settings().passwords;
    let members = team.members.iter();
    let well = members.filter(|member| member.is_hashed_well).count();
    Finding::new(Measure::Passwords, Light::must(well == team.members.len()))
        .with("password-length", profile.length_min())
        .with(
            "password-special",
            if profile.needs_special() { "on" } else { "off" },
        )
        .with("password-hash", "Argon2id".to_owned())
        .with(
            "passwords-hashed",
            Value::Share(well as u64, team.members.len() as u64),
        )
}

fn second_factor(team: &Team) -> Finding {
    let all = team.members.len() as u64;
    let with = team
        .members
        .iter()
        .filter(|member| member.has_factor)
        .count() as u64;
    let is_sure = team.factor_required || with == all;
    Finding::new(Measure::SecondFactor, Light::should(is_sure))
        .with("accounts-with-factor", Value::Share(with, all))
        .with(
            "factor-required",
            if team.factor_required { "on" } else { "off" },
        )
}

fn in_use(team: &Team, now: Instant) -> Finding {
    let is_dormant =
        |at: Option<Instant>, since: Instant| now.0 - at.unwrap_or(since).0 > DORMANT_MS;
    let members = team.members.iter();
    let dormant = members
        .filter(|member| is_dormant(member.used_at, member.since))
        .count();
    let last = team
        .members
        .iter()
        .filter_map(|member| member.used_at)
        .max();
    Finding::new(Measure::Accounts, Light::should(dormant == 0))
        .with("accounts", team.members.len())
        .with("accounts-dormant", dormant)
        .with("last-use", last)
}

fn roles(team: &Team) -> Finding {
    let of = |role: Role| {
        team.members
            .iter()
            .filter(|member| member.role == role)
            .count()
    };
    let at_events: usize = team
        .members
        .iter()
        .map(|member| member.at_events.len())
        .sum();
    Finding::new(Measure::Roles, Light::must(of(Role::Owner) > 0))
        .with("policy-actions", Action::ALL.len())
        .with("role-owner", of(Role::Owner))
        .with("role-admin", of(Role::Admin))
        .with("role-officer", of(Role::DataProtectionOfficer))
        .with("roles-at-events", at_events)
}

async fn support_access(desk: &Desk, permit: &Permit<act::SeeSupport>) -> Result<Finding, Failure> {
    let accesses = support::list(desk, permit).await?;
    let now = accesses.iter().filter(|access| access.lasts).count();
    Ok(Finding::new(Measure::Support, Light::should(now == 0))
        .with("support-now", now)
        .with("support-ever", accesses.len())
        .with("support-last", accesses.first().map(|access| access.from)))
}
