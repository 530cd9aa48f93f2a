//! The second half of signing in.

use leptos::prelude::*;

use super::passkey_form::{PasskeyForm, PasskeyUse};
use crate::{
    accounts::api,
    page::{form, load, participant},
    ui::{Button, Card, TextField},
};

/// A code of the app, a recovery code, or a passkey.
#[component]
pub fn SecondFactorPage() -> impl IntoView {
    load(|ctx| async move {
        let has_passkey = api::factor_is_asked().await?;
        let words = ctx.words;
        let problem = form(&ctx);
        let (error, fresh) = (ctx.form.error(words, "code"), !ctx.form.has_problem());
        let next = ctx.form.value("next", ctx.query.get("next"));
        let inner = ctx.clone();
        Ok(participant(
            &ctx,
            words.get("second-title"),
            "",
            move || {
                let passkey = has_passkey.then(|| {
                    view! {
                        <PasskeyForm ctx=inner purpose=PasskeyUse::Second next=next.clone()/>
                    }
                });
                view! {
                <div class="stack stack-wide">
                    <h1>{words.get("second-title")}</h1>
                    {problem}
                    <Card>
                        <form method="post" action="/app/login/factor" class="form">
                            <input type="hidden" name="next" value=next.clone()/>
                            <TextField
                                label=words.get("field-code") name="code" autocomplete="one-time-code" autofocus=fresh
                                error=error hint=words.get("second-hint") required=true
                            />
                            <div class="actions">
                                <Button>{words.get("sign-in")}</Button>
                                <a href="/app/login">{words.get("second-back")}</a>
                            </div>
                        </form>
                        {passkey}
                    </Card>
                </div>
            }
            .into_any()
            },
        ))
    })
}
