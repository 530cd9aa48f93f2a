//! Inviting somebody to the team.

use backend::team::NewMember;
use domain::{
    Instant,
    access::{Role, act, may_give},
    fields::{FieldError, Problem},
};
use leptos::prelude::*;

use crate::{
    accounts::{api, views::InviteForm},
    error::ApiError,
    page::{Ctx, LOG_ZONE, Pairs, form, load, organiser},
    ui::{Button, ButtonKind, Choice, LinkButton, PageHeader, RadioCards, TextField},
};

/// The form.
#[component]
pub fn InvitePage() -> impl IntoView {
    load(|ctx| async move {
        ctx.must::<act::ManageTeam>()?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("team-invite"), move || {
            let state = &inner.form;
            let (name, email) = (state.value("name", ""), state.value("email", ""));
            let error = |field: &str| state.error(words, field);
            view! {
                <PageHeader
                    title=words.get("team-invite") lead=words.get("team-invite-lead") back_href="/app/team"
                    back_label=words.get("nav-team")
                />
                {form(&inner)}
                <form method="post" action="/app/team/invite" class="form">
                    <TextField
                        label=words.get("field-name") name="name" value=name error=error("name") autocomplete="off"
                        required=true
                    />
                    <TextField
                        label=words.get("field-email") name="email" input_type="email" value=email
                        error=error("email") autocomplete="off" required=true
                    />
                    {role_fields(&inner, Role::EventManager.code(), "")}
                    <div class="actions">
                        <Button icon="send">{words.get("team-invite-do")}</Button>
                        <LinkButton href="/app/team" kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                    </div>
                </form>
            }
            .into_any()
        }))
    })
}

/// The role, of those that may be given, and its last day.
pub(super) fn role_fields(ctx: &Ctx, role: &str, until: &str) -> impl IntoView + use<> {
    let words = ctx.words;
    let own = ctx.session().ok().and_then(|session| session.seat.role());
    let own = own.unwrap_or(Role::Analyst);
    let choices = Role::ALL
        .into_iter()
        .filter(|role| may_give(own, *role))
        .map(|role| {
            let code = role.code();
            Choice::new(code, words.get(&format!("role-{code}")))
                .hint(words.get(&format!("role-{code}-hint")))
        })
        .collect();
    let (role, until) = (ctx.form.value("role", role), ctx.form.value("until", until));
    let (role_error, until_error) = (
        ctx.form.error(words, "role"),
        ctx.form.error(words, "until"),
    );
    view! {
        <RadioCards legend=words.get("field-role") name="role" choices=choices value=role error=role_error/>
        <TextField
            label=words.get("field-until") name="until" input_type="date" value=until error=until_error
            optional=words.get("optional") hint=words.get("team-until-hint")
        />
    }
}

/// Role and last day out of a form; a role ends with the last moment of its day.
pub(crate) fn role_and_day(role: &str, until: &str) -> Result<(Role, Option<Instant>), ApiError> {
    let mut errors = Vec::new();
    let role = role.parse::<Role>();
    if role.is_err() {
        errors.push(FieldError::new("role", Problem::UnknownChoice));
    }
    let day = Some(until.trim()).filter(|day| !day.is_empty());
    let end = day.map(|day| words::end_of_day(day, LOG_ZONE));
    if end == Some(None) {
        errors.push(FieldError::new("until", Problem::NotADay));
    }
    match role {
        Ok(role) if errors.is_empty() => Ok((role, end.flatten())),
        _ => Err(ApiError::Invalid(errors)),
    }
}

/// Whom a form invites.
pub(crate) fn new_member(form: &InviteForm) -> Result<NewMember, ApiError> {
    let (role, until) = role_and_day(&form.role, &form.until)?;
    Ok(NewMember {
        name: form.name.clone(),
        email: form.email.clone(),
        role,
        until,
    })
}

/// What the form does.
pub async fn invite(_path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let form = InviteForm {
        name: pairs.text("name"),
        email: pairs.text("email"),
        role: pairs.text("role"),
        until: pairs.text("until"),
    };
    api::invite_member(form).await?;
    Ok("/app/team?done=invited".to_owned())
}
