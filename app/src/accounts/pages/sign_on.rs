//! Setting up single sign-on.

use backend::sign_on::{NewSettings, Settings, redirect_address};
use domain::access::{Action, act};
use leptos::prelude::*;

use crate::{
    accounts::sign_on::{SignOnForm, SignOnView, api},
    error::ApiError,
    page::{Ctx, Pairs, done, form, load, organiser},
    ui::{Button, ButtonKind, Card, CopyField, LinkButton, PageHeader, TextField},
};

const HERE: &str = "/app/team/sign-on";

impl SignOnView {
    /// What is shown of a provider.
    pub(crate) fn of(ctx: &Ctx, settings: Option<Settings>) -> Result<Self, ApiError> {
        let (base, tenant) = (&ctx.desk.settings().base_url, ctx.session()?.tenant);
        Ok(Self {
            is_set: settings.is_some(),
            redirect: redirect_address(&ctx.desk, tenant),
            address: format!("{base}/app/login/sso/{tenant}"),
            issuer: settings
                .as_ref()
                .map_or_else(String::new, |one| one.issuer.clone()),
            client_id: settings.map_or_else(String::new, |one| one.client_id),
        })
    }
}

impl From<SignOnForm> for NewSettings {
    fn from(form: SignOnForm) -> Self {
        Self {
            issuer: form.issuer,
            client_id: form.client_id,
            client_secret: form.client_secret,
        }
    }
}

/// The provider: its address, our name and secret there.
#[component]
pub fn SignOnPage() -> impl IntoView {
    load(|ctx| async move {
        ctx.must::<act::ManageSignOn>()?;
        let provider = api::load_sign_on().await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("sign-on-title"), move || {
            view! {
                <PageHeader
                    title=words.get("sign-on-title") lead=words.get("sign-on-lead") back_href="/app/team"
                    back_label=words.get("nav-team")
                />
                {done(&inner, "sign-on", &["saved", "removed"])}
                {form(&inner)}
                <div class="stack stack-wide measure">
                    {address(&inner, &provider)}
                    {fields(&inner, &provider)}
                    {remove(&inner, &provider)}
                </div>
            }
            .into_any()
        }))
    })
}

/// Where people sign in, once there is a provider.
fn address(ctx: &Ctx, provider: &SignOnView) -> impl IntoView + use<> {
    let (words, address) = (ctx.words, provider.address.clone());
    provider.is_set.then(|| {
        view! {
            <Card title=words.get("sign-on-ready")>
                <CopyField
                    label=words.get("sign-on-address") name="address" value=address
                    hint=words.get("sign-on-address-hint")
                />
            </Card>
        }
    })
}

fn fields(ctx: &Ctx, provider: &SignOnView) -> impl IntoView + use<> {
    let words = ctx.words;
    let redirect = provider.redirect.clone();
    let state = &ctx.form;
    let value = |name: &str, start: &str| state.value(name, start);
    let error = |name: &str| state.error(words, name);
    let (issuer, client_id) = (
        value("issuer", &provider.issuer),
        value("client-id", &provider.client_id),
    );
    let (bad_issuer, bad_id, bad_secret) =
        (error("issuer"), error("client-id"), error("client-secret"));
    let is_new = !provider.is_set;
    let secret_hint = if provider.is_set {
        words.get("sign-on-secret-kept")
    } else {
        words.get("sign-on-secret-hint")
    };
    view! {
        <form method="post" action=HERE class="form">
            <input type="hidden" name="do" value="save"/>
            <CopyField
                label=words.get("sign-on-redirect") name="redirect" value=redirect
                hint=words.get("sign-on-redirect-hint")
            />
            <TextField
                label=words.get("field-issuer") name="issuer" input_type="url" value=issuer error=bad_issuer
                hint=words.get("sign-on-issuer-hint") autocomplete="off" required=true
            />
            <TextField
                label=words.get("field-client-id") name="client-id" value=client_id error=bad_id autocomplete="off"
                required=true
            />
            <TextField
                label=words.get("field-client-secret") name="client-secret" input_type="password" error=bad_secret
                hint=secret_hint autocomplete="off" required=is_new
            />
            <div class="actions">
                <Button icon="key-round">{words.get("sign-on-save")}</Button>
                <LinkButton href="/app/team" kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
            </div>
        </form>
    }
}

fn remove(ctx: &Ctx, provider: &SignOnView) -> impl IntoView + use<> {
    let words = ctx.words;
    provider.is_set.then(|| {
        view! {
            <Card title=words.get("sign-on-remove-title")>
                <p>{words.get("sign-on-remove-text")}</p>
                <form method="post" action=HERE class="actions">
                    <input type="hidden" name="do" value="remove"/>
                    <Button kind=ButtonKind::Danger>{words.get("sign-on-remove")}</Button>
                </form>
            </Card>
        }
    })
}

/// The way here, on the page of the team.
pub(super) fn sign_on(ctx: &Ctx) -> impl IntoView + use<> {
    let words = ctx.words;
    ctx.may(Action::ManageSignOn).then(|| {
        view! {
            <section class="stack">
                <h2>{words.get("sign-on-title")}</h2>
                <p>{words.get("sign-on-lead")}</p>
                <div class="actions">
                    <LinkButton href=HERE kind=ButtonKind::Quiet icon="key-round">
                        {words.get("sign-on-open")}
                    </LinkButton>
                </div>
            </section>
        }
    })
}

/// What the buttons do.
pub async fn manage_sign_on(_path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    match pairs.get("do") {
        "save" => {
            let form = SignOnForm {
                issuer: pairs.text("issuer"),
                client_id: pairs.text("client-id"),
                client_secret: pairs.text("client-secret"),
            };
            api::save_sign_on(form).await?;
            Ok(format!("{HERE}?done=saved"))
        }
        "remove" => {
            api::remove_sign_on().await?;
            Ok(format!("{HERE}?done=removed"))
        }
        _ => Err(ApiError::NotFound),
    }
}
