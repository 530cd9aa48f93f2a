//! One person of the team.

use domain::access::act;
use leptos::prelude::*;

use super::{
    assign::assigned,
    invite::{role_fields, until_field},
};
use crate::{
    accounts::{api, assignments, sign_on, views::MemberView},
    error::ApiError,
    page::{Ctx, Pairs, done, form, load, organiser, page_param, param},
    ui::{Button, ButtonKind, Card, LinkButton, PageHeader},
};

/// Role, last day, and the end.
#[component]
pub fn MemberPage() -> impl IntoView {
    let user = page_param("user");
    load(|ctx| async move {
        ctx.must::<act::ManageTeam>()?;
        let member = changeable(&user).await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, member.name.clone(), move || {
            let action = format!("/app/team/{}", member.user);
            view! {
                <PageHeader
                    title=member.name.clone() lead=member.email.clone() back_href="/app/team"
                    back_label=words.get("nav-team")
                />
                {done(&inner, "team", &["assigned", "unassigned", "untied"])}
                {form(&inner)}
                <div class="stack stack-wide measure">
                    <form method="post" action=action.clone() class="form">
                        <input type="hidden" name="do" value="change"/>
                        {role_fields(&inner, &member.role, true)}
                        {until_field(&inner, &member.until)}
                        <div class="actions">
                            <Button>{words.get("save")}</Button>
                            <LinkButton href="/app/team" kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                        </div>
                    </form>
                    {(!member.is_self).then(|| assigned(&inner, &member))}
                    {tie(&inner, &member, action.clone())}
                    {end(&inner, &member, action)}
                </div>
            }
            .into_any()
        }))
    })
}

/// Somebody whose role who asks may change; nobody else is there.
pub(super) async fn changeable(user: &str) -> Result<MemberView, ApiError> {
    let mut members = api::list_team().await?.members.into_iter();
    let found = members.find(|member| member.user == user && member.may_change);
    found.ok_or(ApiError::NotFound)
}

/// How to untie the account from the provider's, when it is tied.
fn tie(ctx: &Ctx, member: &MemberView, action: String) -> impl IntoView + use<> {
    let words = ctx.words;
    let text = words.with("team-untie-text", [("name", (&member.name).into())]);
    member.is_tied.then(|| {
        view! {
            <Card title=words.get("sign-on-title")>
                <p>{text}</p>
                <form method="post" action=action class="actions">
                    <input type="hidden" name="do" value="untie"/>
                    <Button kind=ButtonKind::Quiet icon="key-round">{words.get("team-untie")}</Button>
                </form>
            </Card>
        }
    })
}

fn end(ctx: &Ctx, member: &MemberView, action: String) -> impl IntoView + use<> {
    let words = ctx.words;
    let text = words.with("team-end-text", [("name", (&member.name).into())]);
    view! {
        <Card title=words.get("team-end-title")>
            <p>{text}</p>
            <form method="post" action=action class="actions">
                <input type="hidden" name="do" value="end"/>
                <Button kind=ButtonKind::Danger icon="log-out">{words.get("team-end")}</Button>
            </form>
        </Card>
    }
}

/// What the buttons do.
pub async fn change_member(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let user = param(&path, 0)?;
    match pairs.get("do") {
        "change" => {
            api::change_role(user, pairs.text("role"), pairs.text("until")).await?;
            Ok("/app/team?done=changed".to_owned())
        }
        "unassign" => {
            assignments::api::unassign(user.clone(), pairs.text("event")).await?;
            Ok(format!("/app/team/{user}?done=unassigned"))
        }
        "untie" => {
            sign_on::api::untie_member(user.clone()).await?;
            Ok(format!("/app/team/{user}?done=untied"))
        }
        "end" => {
            api::end_member(user).await?;
            Ok("/app/team?done=ended".to_owned())
        }
        _ => Err(ApiError::NotFound),
    }
}
