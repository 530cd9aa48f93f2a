//! Signing in.

use leptos::prelude::*;

use super::passkey_form::{PasskeyForm, PasskeyUse};
use crate::{
    accounts::sign_on::api::sign_on_organiser,
    page::{Ctx, address, form, load, participant},
    ui::{Button, Card, FlashNotice, Notice, NoticeKind, TextField},
};

/// Environments whose cookies do not count here.
const ENVIRONMENTS: [&str; 3] = ["development", "test", "production"];
/// Why single sign-on lets nobody in.
const REFUSALS: [&str; 4] = ["over", "unavailable", "refused", "nobody"];

/// Address and password.
#[component]
pub fn LoginPage() -> impl IntoView {
    load(|ctx| async move {
        let words = ctx.words;
        let problem = form(&ctx);
        let email = ctx.form.value("email", "");
        let next = ctx.form.value("next", ctx.query.get("next"));
        let reset = ctx.query.find("reset").is_some();
        let over = ctx.query.find("over").is_some();
        let other = ctx.query.one_of("of", &ENVIRONMENTS);
        let other = other.map(|environment| words.get(&format!("sign-in-other-{environment}")));
        let refused = ctx.query.one_of("sso", &REFUSALS);
        let refused = refused.map(|why| words.get(&format!("sign-on-refused-{why}")));
        let way = sign_on(&ctx, &next).await;
        let passkeys_work = backend::accounts::passkeys_work(&ctx.desk);
        let inner = ctx.clone();
        Ok(participant(&ctx, words.get("sign-in"), "", move || {
            let passkey = passkeys_work.then(|| {
                view! {
                    <PasskeyForm ctx=inner purpose=PasskeyUse::SignIn next=next.clone()/>
                }
            });
            view! {
                <div class="stack stack-wide">
                    <h1>{words.get("sign-in")}</h1>
                    {over.then(|| view! {
                        <Notice kind=NoticeKind::Warn><p>{words.get("rejected-sign-in-over")}</p></Notice>
                    })}
                    {other.map(|text| view! { <Notice kind=NoticeKind::Warn><p>{text}</p></Notice> })}
                    {refused.map(|text| view! { <Notice kind=NoticeKind::Bad><p>{text}</p></Notice> })}
                    {reset.then(|| view! { <FlashNotice message=words.get("reset-done")/> })}
                    {problem}
                    <Card>
                        <form method="post" action="/app/login" class="form">
                            <input type="hidden" name="next" value=next.clone()/>
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
                        {passkey}
                        {way.map(|(href, label)| view! { <p><a href=href rel="external">{label}</a></p> })}
                    </Card>
                </div>
            }
            .into_any()
        }))
    })
}

/// The way by the provider of the tenant by whose address this browser came, with its words; none when it has none any more.
async fn sign_on(ctx: &Ctx, next: &str) -> Option<(String, String)> {
    if ctx.sign_on.is_empty() {
        return None;
    }
    let organiser = sign_on_organiser(ctx.sign_on.clone()).await.ok()?;
    let href = address(
        &format!("/app/login/sso/{}", ctx.sign_on),
        &[("next", next)],
    );
    let label = ctx
        .words
        .with("sign-on-begin", [("organiser", organiser.into())]);
    Some((href, label))
}
