//! Signing in.

use leptos::prelude::*;

use crate::{
    page::{form, load, participant},
    ui::{Button, Card, FlashNotice, TextField},
};

/// Address and password.
#[component]
pub fn LoginPage() -> impl IntoView {
    load(|ctx| async move {
        let words = ctx.words;
        let problem = form(&ctx);
        let email = ctx.form.value("email", "");
        let next = ctx.form.value("next", ctx.query.get("next"));
        let reset = ctx.query.find("reset").is_some();
        Ok(participant(&ctx, words.get("sign-in"), "", move || {
            view! {
                <div class="stack stack-wide">
                    <h1>{words.get("sign-in")}</h1>
                    {reset.then(|| view! { <FlashNotice message=words.get("reset-done")/> })}
                    {problem}
                    <Card>
                        <form method="post" action="/app/login" class="form">
                            <input type="hidden" name="next" value=next/>
                            <TextField
                                label=words.get("field-email") name="email" input_type="email" value=email
                                autocomplete="username" required=true
                            />
                            <TextField
                                label=words.get("field-password") name="password" input_type="password"
                                autocomplete="current-password" required=true
                            />
                            <div class="actions">
                                <Button>{words.get("sign-in")}</Button>
                                <a href="/app/forgot">{words.get("sign-in-forgot")}</a>
                            </div>
                        </form>
                    </Card>
                </div>
            }
            .into_any()
        }))
    })
}
