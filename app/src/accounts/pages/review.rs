//! The access review.

use backend::team::Decisions;
use domain::{
    access::{Action, ReviewInterval, UnknownInterval, act},
    fields::{FieldError, Problem},
};
use leptos::prelude::*;

use super::assign::{facts as facts_at_event, since, until};
use crate::{
    accounts::{
        api,
        views::{MemberView, ReviewStandingView},
    },
    error::ApiError,
    page::{Ctx, Pairs, address, done, form, id, load, organiser},
    ui::{
        Button, ButtonKind, Card, Cell, Choice, Column, LinkButton, Notice, NoticeKind, PageHeader,
        RadioCards, Row, SelectField, Table,
    },
};

const HERE: &str = "/app/team/review";
/// What a field for somebody's role is called, before the account, and the event of a role at one behind a dot.
const GRANT: &str = "grant-";

/// Every role of the team, to be confirmed or ended.
#[component]
pub fn ReviewPage() -> impl IntoView {
    load(|ctx| async move {
        ctx.must::<act::ReviewAccess>()?;
        let team = api::list_team().await?;
        let standing = api::review_standing().await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("review-title"), move || {
            view! {
                <PageHeader
                    title=words.get("review-title") lead=words.get("review-lead") back_href="/app/team"
                    back_label=words.get("nav-team")
                />
                {done(&inner, "review", &["changed"])}
                {form(&inner)}
                <div class="stack stack-wide measure">
                    <form method="post" action=HERE class="form">
                        <input type="hidden" name="do" value="review"/>
                        {team.members.into_iter().map(|member| decisions_on(&inner, &member)).collect_view()}
                        <p class="cell-sub">{words.get("review-effect")}</p>
                        <div class="actions">
                            <Button icon="shield-check">{words.get("review-do")}</Button>
                            <LinkButton href="/app/team" kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                        </div>
                    </form>
                    {interval_form(&inner, &standing)}
                </div>
            }
            .into_any()
        }))
    })
}

/// What becomes of somebody's role, and of those at single events.
fn decisions_on(ctx: &Ctx, member: &MemberView) -> impl IntoView + use<> {
    let at_events = member.at_events.iter().map(|line| {
        let name = format!("{GRANT}{}.{}", member.user, line.event);
        let legend = format!("{} · {}", member.name, line.title);
        keep_or_end(ctx, (name, legend), facts_at_event(ctx.words, line))
    });
    let at_events = at_events.collect_view();
    view! { {decision(ctx, member)}{at_events} }
}

fn keep_or_end(
    ctx: &Ctx,
    (name, legend): (String, String),
    facts: String,
) -> impl IntoView + use<> {
    let words = ctx.words;
    let choices = ["keep", "end"]
        .map(|what| Choice::new(what, words.get(&format!("review-{what}"))))
        .into();
    let (value, error) = (ctx.form.value(&name, ""), ctx.form.error(words, &name));
    view! {
        <RadioCards legend=legend name=name choices=choices value=value hint=facts error=error required=true/>
    }
}

/// What is known of somebody's role, and what becomes of it.
fn decision(ctx: &Ctx, member: &MemberView) -> AnyView {
    let words = ctx.words;
    let facts = facts(ctx, member);
    if member.is_self {
        return view! {
            <div class="field">
                <p class="cell-main">{member.name.clone()}</p>
                <p class="cell-sub">{facts}</p>
                <p>{words.get("review-self")}</p>
            </div>
        }
        .into_any();
    }
    let name = format!("{GRANT}{}", member.user);
    keep_or_end(ctx, (name, member.name.clone()), facts).into_any()
}

/// Role, since when and by whom, last use.
fn facts(ctx: &Ctx, member: &MemberView) -> String {
    let words = ctx.words;
    let used = match (member.used.as_str(), member.is_dormant) {
        ("", _) => words.get("review-never"),
        (used, false) => words.with("review-used", [("moment", used.into())]),
        (used, true) => words.with("review-used-long-ago", [("moment", used.into())]),
    };
    let mut facts = vec![
        member.email.clone(),
        words.get(&format!("role-{}", member.role)),
        since(words, &member.since, &member.by),
        used,
    ];
    facts.extend(until(words, &member.until_shown));
    facts.join(" · ")
}

fn interval_form(ctx: &Ctx, standing: &ReviewStandingView) -> impl IntoView + use<> {
    let words = ctx.words;
    let options = ReviewInterval::DAYS
        .map(|days| (days.to_string(), words.get(&format!("review-every-{days}"))))
        .into();
    let days = standing.days.to_string();
    view! {
        <Card title=words.get("review-interval-title")>
            <form method="post" action=HERE class="form">
                <input type="hidden" name="do" value="every"/>
                <SelectField label=words.get("field-days") name="days" options=options value=days/>
                <div class="actions"><Button kind=ButtonKind::Quiet>{words.get("save")}</Button></div>
            </form>
        </Card>
    }
}

/// How reviews stand, on the page of the team.
pub(super) fn standing(ctx: &Ctx, standing: ReviewStandingView) -> impl IntoView + use<> {
    let words = ctx.words;
    let due = due_notice(ctx, &standing);
    let next = (!standing.is_due).then(|| {
        let day = words.with("review-next", [("day", (&standing.due).into())]);
        view! { <p>{day}</p> }
    });
    let button = ctx.may(Action::ReviewAccess).then(|| {
        view! {
            <div class="actions">
                <LinkButton href=HERE kind=ButtonKind::Quiet icon="shield-check">{words.get("review-begin")}</LinkButton>
            </div>
        }
    });
    let past = (!standing.past.is_empty()).then(|| past(ctx, standing));
    view! {
        <section class="stack">
            <h2>{words.get("review-title")}</h2>
            {due}
            {next}
            {past}
            {button}
        </section>
    }
}

/// The notice that a review is due; nothing when none is.
pub(crate) fn due_notice(
    ctx: &Ctx,
    standing: &ReviewStandingView,
) -> Option<impl IntoView + use<>> {
    let words = ctx.words;
    let text = words.with("review-due", [("day", (&standing.due).into())]);
    let link = (ctx.path != HERE && ctx.may(Action::ReviewAccess))
        .then(|| view! { " "<a href=HERE>{words.get("review-begin")}</a> });
    standing
        .is_due
        .then(|| view! { <Notice kind=NoticeKind::Warn><p>{text}{link}</p></Notice> })
}

fn past(ctx: &Ctx, standing: ReviewStandingView) -> impl IntoView + use<> {
    let words = ctx.words;
    let columns = vec![
        Column::new(words.get("log-when")),
        Column::new(words.get("log-who")),
        Column::numeric(words.get("field-kept")),
        Column::numeric(words.get("field-ended")),
    ];
    let may_see_log = ctx.may(Action::SeeLog);
    let rows = standing.past.into_iter().map(move |review| {
        let day = review.day.as_str();
        let href = address(
            "/app/protection/log",
            &[("topic", "team"), ("from", day), ("until", day)],
        );
        let at = if may_see_log {
            view! { <a class="cell-main" href=href>{review.at}</a> }.into_any()
        } else {
            view! { <span class="cell-main">{review.at}</span> }.into_any()
        };
        view! {
            <Row>
                <Cell>{at}</Cell>
                <Cell label=words.get("log-who")>{review.by}</Cell>
                <Cell label=words.get("field-kept") numeric=true>{review.kept}</Cell>
                <Cell label=words.get("field-ended") numeric=true>{review.ended}</Cell>
            </Row>
        }
    });
    view! { <Table caption=words.get("review-past") columns=columns>{rows.collect_view()}</Table> }
}

/// Which roles stay and which do not, out of the names of accounts, with that of the event behind a dot for one at it.
pub(crate) fn decisions(keep: &[String], end: &[String]) -> Result<Decisions, ApiError> {
    let mut decisions = Decisions::default();
    for (grants, stays) in [(keep, true), (end, false)] {
        for grant in grants {
            match grant.split_once('.') {
                Some((user, event)) => {
                    let at = (id(user)?, id(event)?);
                    decisions.at_events.insert(at, stays);
                }
                None => {
                    decisions.roles.insert(id(grant)?, stays);
                }
            }
        }
    }
    Ok(decisions)
}

/// An interval out of a number of days.
pub(crate) fn interval(days: u16) -> Result<ReviewInterval, ApiError> {
    ReviewInterval::of_days(days).map_err(|UnknownInterval| {
        ApiError::Invalid(vec![FieldError::new("days", Problem::UnknownChoice)])
    })
}

/// What the buttons do.
pub async fn review_access(_path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    match pairs.get("do") {
        "review" => {
            let decided = |what: &str| {
                let pairs = pairs.0.iter().filter(move |(_, value)| value == what);
                pairs
                    .filter_map(|(name, _)| name.strip_prefix(GRANT).map(str::to_owned))
                    .collect()
            };
            api::review_access(decided("keep"), decided("end")).await?;
            Ok("/app/team?done=reviewed".to_owned())
        }
        "every" => {
            api::set_review_interval(pairs.get("days").parse().unwrap_or_default()).await?;
            Ok(format!("{HERE}?done=changed"))
        }
        _ => Err(ApiError::NotFound),
    }
}
