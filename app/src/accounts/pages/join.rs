//! Accepting an invitation to a team.

use leptos::prelude::*;

use super::{assign::role_in_words, password::new_password};
use crate::{
    accounts::{api, views::JoiningView},
    page::{Ctx, form, load, page_param, participant},
    ui::{Button, Card, TextField},
};

/// Who invites, as what, and the account.
#[component]
pub fn JoinPage() -> impl IntoView {
    let token = page_param("token");
    load(|ctx| async move {
        let joining = api::load_joining(token.clone()).await?;
        let words = ctx.words;
        let title = words.with("join-title", [("organiser", (&joining.organiser).into())]);
        let lead = words.with(
            "join-lead",
            [
                ("organiser", (&joining.organiser).into()),
                (
                    "role",
                    role_in_words(words, &joining.role, &joining.event).into(),
                ),
            ],
        );
        let inner = ctx.clone();
        Ok(participant(
            &ctx,
            title.clone(),
            &joining.organiser.clone(),
            move || {
                view! {
                    <div class="stack stack-wide">
                        <h1>{title}</h1>
                        <p class="lead">{lead}</p>
                        {form(&inner)}
                        <Card>
                            <form method="post" action=format!("/app/join/{token}") class="form">
                                {fields(&inner, joining)}
                                <div class="actions"><Button>{words.get("join-do")}</Button></div>
                            </form>
                        </Card>
                    </div>
                }
                .into_any()
            },
        ))
    })
}

fn fields(ctx: &Ctx, joining: JoiningView) -> AnyView {
    let words = ctx.words;
    let email = view! {
        <TextField
            label=words.get("field-email") name="email" input_type="email" value=joining.email readonly=true
            autocomplete="username" hint=words.get("join-email-hint")
        />
    };
    if joining.has_account {
        return view! {
            {email}
            <TextField
                label=words.get("field-password") name="password" input_type="password" autocomplete="current-password"
                hint=words.get("join-password-hint") required=true
            />
        }
        .into_any();
    }
    let (name, name_error) = (
        ctx.form.value("name", joining.name),
        ctx.form.error(words, "name"),
    );
    view! {
        {email}
        <TextField
            label=words.get("field-name") name="name" value=name error=name_error autocomplete="name" required=true
        />
        {new_password(ctx)}
    }
    .into_any()
}
