//! Setting up an app that makes codes.

use leptos::prelude::*;

use crate::{
    accounts::api,
    error::ApiError,
    page::{Ctx, Pairs, form, load, organiser, qr_code},
    ui::{Button, ButtonKind, Card, LinkButton, PageHeader, QrCode, TextField},
};

/// The picture for the app, the secret to type, and the first code.
#[component]
pub fn AppSetupPage() -> impl IntoView {
    load(|ctx| async move {
        let setup = api::app_setup().await?;
        let (side, path) = qr_code(&setup.address).ok_or(ApiError::NotFound)?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("app-title"), move || {
            view! {
                <PageHeader
                    title=words.get("app-title") lead=words.get("app-lead") back_href="/app/account/factors"
                    back_label=words.get("factors-title")
                />
                {form(&inner)}
                <div class="stack measure">
                    <Card title=words.get("app-step-scan")>
                        <QrCode label=words.get("app-qr") side=side path=path/>
                        <p>
                            <a href=setup.address>{words.get("app-open")}</a>
                        </p>
                        <p>{words.get("app-secret")}</p>
                        <p><code>{setup.secret}</code></p>
                    </Card>
                    <Card title=words.get("app-step-code")>{code_form(&inner)}</Card>
                </div>
            }
            .into_any()
        }))
    })
}

fn code_form(ctx: &Ctx) -> impl IntoView + use<> {
    let words = ctx.words;
    let error = ctx.form.error(words, "code");
    view! {
        <form method="post" action="/app/account/app" class="form">
            <TextField
                label=words.get("field-code") name="code" inputmode="numeric" autocomplete="one-time-code" error=error
                hint=words.get("app-code-hint") required=true
            />
            <div class="actions">
                <Button>{words.get("app-do")}</Button>
                <LinkButton href="/app/account/factors" kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
            </div>
        </form>
    }
}

/// What the form does.
pub async fn confirm_app(_path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    api::confirm_app(pairs.text("code")).await?;
    super::factors::after_factor().await
}
