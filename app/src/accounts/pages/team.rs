//! The team.

use domain::access::Action;
use leptos::prelude::*;

use super::{
    assign::{role_in_words, until},
    review::standing,
    sign_on::sign_on,
};
use crate::{
    accounts::{
        api,
        views::{InvitedView, MemberView, TeamView},
    },
    error::ApiError,
    page::{Ctx, Pairs, done, form, load, organiser},
    ui::{
        BadgeKind, Button, ButtonKind, Card, Cell, Column, LinkButton, PageHeader, Row,
        StatusBadge, Table,
    },
};

/// Who is in the team, and who is invited.
#[component]
pub fn TeamPage() -> impl IntoView {
    load(|ctx| async move {
        let team = api::list_team().await?;
        let reviews = api::review_standing().await?;
        let words = ctx.words;
        let may_manage = ctx.may(Action::ManageTeam);
        let done = done(
            &ctx,
            "team",
            &["invited", "withdrawn", "changed", "ended", "reviewed"],
        );
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("nav-team"), move || {
            let actions = move || {
                may_manage.then(|| {
                    view! {
                        <LinkButton href="/app/team/invite" icon="user-plus">{words.get("team-invite")}</LinkButton>
                    }
                })
            };
            let rule = factor_rule(&inner, may_manage, &team);
            view! {
                <PageHeader title=words.get("nav-team") lead=words.get("team-lead") actions=actions/>
                {done}
                {form(&inner)}
                <div class="stack stack-wide">
                    {members(&inner, team.members)}
                    {invited(&inner, may_manage, team.invited)}
                    {standing(&inner, reviews)}
                    {support(&inner)}
                    {sign_on(&inner)}
                    <div class="measure">{rule}</div>
                </div>
            }
            .into_any()
        }))
    })
}

fn members(ctx: &Ctx, members: Vec<MemberView>) -> impl IntoView + use<> {
    let words = ctx.words;
    let columns = ["field-name", "field-role", "team-used", "team-since"]
        .map(|key| Column::new(words.get(key)))
        .into();
    let rows = members
        .into_iter()
        .map(|member| member_row(ctx, member))
        .collect_view();
    view! { <Table caption=words.get("nav-team") columns=columns>{rows}</Table> }
}

fn member_row(ctx: &Ctx, member: MemberView) -> impl IntoView + use<> {
    let words = ctx.words;
    let name = if member.may_change {
        view! { <a class="cell-main" href=format!("/app/team/{}", member.user)>{member.name}</a> }
            .into_any()
    } else {
        view! { <span class="cell-main">{member.name}</span> }.into_any()
    };
    let own = member
        .is_self
        .then(|| view! { " "<StatusBadge kind=BadgeKind::Ok word=words.get("team-self")/> });
    let factor = member
        .has_factor
        .then(|| view! { " "<StatusBadge kind=BadgeKind::Ok word=words.get("team-has-factor")/> });
    let dormant = member.is_dormant.then(
        || view! { " "<StatusBadge kind=BadgeKind::Waiting word=words.get("team-dormant")/> },
    );
    let used = if member.used.is_empty() {
        words.get("team-never")
    } else {
        member.used
    };
    let until = until(words, &member.until_shown)
        .map(|until| view! { <span class="cell-sub">{until}</span> });
    // Who works at single events only is known by these.
    let hides = member.role == "assigned" && !member.at_events.is_empty();
    let role = (!hides).then(|| words.get(&format!("role-{}", member.role)));
    let at_events = member.at_events.iter();
    let at_events = at_events.map(|line| {
        let role = role_in_words(words, &line.role, &line.title);
        view! { <span class="cell-sub">{role}</span> }
    });
    let at_events = at_events.collect_view();
    let by = (!member.by.is_empty()).then(|| {
        let by = words.with("team-by", [("name", (&member.by).into())]);
        view! { <span class="cell-sub">{by}</span> }
    });
    view! {
        <Row>
            <Cell>{name}{own}{factor}<span class="cell-sub">{member.email}</span></Cell>
            <Cell label=words.get("field-role")>{role}{until}{at_events}</Cell>
            <Cell label=words.get("team-used")>{used}{dormant}</Cell>
            <Cell label=words.get("team-since")>{member.since}{by}</Cell>
        </Row>
    }
}

fn invited(ctx: &Ctx, may_manage: bool, invited: Vec<InvitedView>) -> impl IntoView + use<> {
    let words = ctx.words;
    (!invited.is_empty()).then(|| {
        let mut columns: Vec<Column> = ["field-name", "field-role", "team-expires"]
            .map(|key| Column::new(words.get(key)))
            .into();
        columns.push(Column::silent(words.get("team-withdraw")));
        let rows = invited
            .into_iter()
            .map(|invited| invited_row(ctx, may_manage, invited))
            .collect_view();
        view! {
            <section class="stack">
                <h2>{words.get("team-invited")}</h2>
                <Table caption=words.get("team-invited") columns=columns>{rows}</Table>
            </section>
        }
    })
}

fn invited_row(ctx: &Ctx, may_manage: bool, invited: InvitedView) -> impl IntoView + use<> {
    let words = ctx.words;
    let withdraw = (may_manage && invited.may_withdraw).then(|| {
        let name = invited.name.clone();
        view! {
            <form method="post" action="/app/team">
                <input type="hidden" name="do" value="withdraw"/>
                <input type="hidden" name="invitation" value=invited.id/>
                <Button kind=ButtonKind::Link>{words.get("team-withdraw")}<span class="sr-only">" "{name}</span></Button>
            </form>
        }
    });
    view! {
        <Row>
            <Cell><span class="cell-main">{invited.name}</span><span class="cell-sub">{invited.email}</span></Cell>
            <Cell label=words.get("field-role")>{role_in_words(words, &invited.role, &invited.event)}</Cell>
            <Cell label=words.get("team-expires")>{invited.expires}</Cell>
            <Cell>{withdraw}</Cell>
        </Row>
    }
}

/// The way to the access of support.
fn support(ctx: &Ctx) -> impl IntoView + use<> {
    let words = ctx.words;
    ctx.may(Action::SeeSupport).then(|| {
        view! {
            <section class="stack">
                <h2>{words.get("support-title")}</h2>
                <p>{words.get("support-lead")}</p>
                <div class="actions">
                    <LinkButton href="/app/team/support" kind=ButtonKind::Quiet icon="handshake">
                        {words.get("support-open")}
                    </LinkButton>
                </div>
            </section>
        }
    })
}

/// Whether everybody has to sign in with a second factor, and the switch.
fn factor_rule(ctx: &Ctx, may_manage: bool, team: &TeamView) -> impl IntoView + use<> {
    let words = ctx.words;
    let may_choose = may_manage && !team.factor_by_operator;
    let (state, label, wanted) = if team.factor_by_operator {
        ("team-factor-by-operator", "", "")
    } else if team.factor_required {
        ("team-factor-required", "team-factor-loosen", "no")
    } else {
        ("team-factor-free", "team-factor-require", "yes")
    };
    let button = may_choose.then(|| {
        view! {
            <form method="post" action="/app/team">
                <input type="hidden" name="do" value="factor"/>
                <input type="hidden" name="wanted" value=wanted/>
                <Button kind=ButtonKind::Quiet icon="shield-check">{words.get(label)}</Button>
            </form>
        }
    });
    view! {
        <Card title=words.get("team-factor")>
            <p>{words.get(state)}</p>
            {button}
        </Card>
    }
}

/// What the buttons do.
pub async fn manage_team(_path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    match pairs.get("do") {
        "factor" => {
            api::require_factor(pairs.get("wanted") == "yes").await?;
            Ok("/app/team?done=changed".to_owned())
        }
        "withdraw" => {
            api::withdraw_invitation(pairs.text("invitation")).await?;
            Ok("/app/team?done=withdrawn".to_owned())
        }
        _ => Err(ApiError::NotFound),
    }
}
