//! Asking for a new password.

use leptos::prelude::*;

use crate::{
    accounts::api,
    error::ApiError,
    page::{Pairs, form, load, participant},
    ui::{Button, ButtonKind, Card, LinkButton, Notice, NoticeKind, TextField},
};

/// The address; afterwards the same answer for every address.
#[component]
pub fn ForgotPage() -> impl IntoView {
    load(|ctx| async move {
        let words = ctx.words;
        let sent = ctx.query.find("sent").is_some();
        let problem = form(&ctx);
        let email = ctx.form.value("email", "");
        let error = ctx.form.error(words, "email");
        Ok(participant(
            &ctx,
            words.get("forgot-title"),
            "",
            move || {
                let content = if sent {
                    view! {
                    <Notice kind=NoticeKind::Info title=words.get("forgot-sent")>
                        <p>{words.get("forgot-sent-text")}</p>
                    </Notice>
                    <div class="actions"><LinkButton href="/app/login">{words.get("sign-in")}</LinkButton></div>
                }
                .into_any()
                } else {
                    view! {
                    {problem}
                    <Card>
                        <form method="post" action="/app/forgot" class="form">
                            <p>{words.get("forgot-text")}</p>
                            <TextField
                                label=words.get("field-email") name="email" input_type="email" value=email error=error
                                autocomplete="username" required=true
                            />
                            <div class="actions">
                                <Button>{words.get("forgot-send")}</Button>
                                <LinkButton href="/app/login" kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                            </div>
                        </form>
                    </Card>
                }
                .into_any()
                };
                view! { <div class="stack stack-wide"><h1>{words.get("forgot-title")}</h1>{content}</div> }.into_any()
            },
        ))
    })
}

/// What the form does.
pub async fn forgot(_path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let email = pairs.text("email");
    if email.parse::<domain::people::EmailAddress>().is_err() {
        let problem = domain::fields::Problem::NotAnAddress;
        let error = domain::fields::FieldError::new("email", problem);
        return Err(ApiError::Invalid(vec![error]));
    }
    api::forgot_password(email).await?;
    Ok("/app/forgot?sent".to_owned())
}
