//! Proving once more who one is.

use leptos::prelude::*;

use super::{
    account::code_field,
    passkey_form::{PasskeyForm, PasskeyUse},
};
use crate::{
    accounts::api,
    page::{form, load, organiser},
    ui::{Button, ButtonKind, Card, LinkButton, PageHeader, TextField},
};

/// Password or passkey, and on to what was wanted.
#[component]
pub fn ProvePage() -> impl IntoView {
    load(|ctx| async move {
        let factors = api::list_factors().await?;
        let words = ctx.words;
        let problem = form(&ctx);
        let (error, fresh) = (ctx.form.error(words, "password"), !ctx.form.has_problem());
        let has_factor = factors.app.is_some() || !factors.passkeys.is_empty();
        let code = code_field(&ctx, has_factor);
        let next = ctx.form.value("next", ctx.query.get("next"));
        let email = ctx.session()?.email.clone();
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("prove-title"), move || {
            let passkey = (factors.passkeys_work && !factors.passkeys.is_empty()).then(|| {
                view! {
                    <PasskeyForm ctx=inner purpose=PasskeyUse::Prove next=next.clone()/>
                }
            });
            view! {
                <PageHeader title=words.get("prove-title") lead=words.get("prove-lead")/>
                {problem}
                <div class="stack measure">
                    <Card>
                        <form method="post" action="/app/prove" class="form">
                            <input type="hidden" name="next" value=next.clone()/>
                            // For password managers, which keep passwords by it.
                            <input type="hidden" name="username" autocomplete="username" value=email/>
                            <TextField
                                label=words.get("field-password") name="password" input_type="password"
                                autocomplete="current-password" autofocus=fresh error=error required=true
                            />
                            {code}
                            <div class="actions">
                                <Button>{words.get("prove-do")}</Button>
                                <LinkButton href="/app" kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                            </div>
                        </form>
                        {passkey}
                    </Card>
                </div>
            }
            .into_any()
        }))
    })
}
