//! How the protection of the tenant's data stands.

use leptos::prelude::*;
use words::Words;

use super::columns::columns;
use crate::{
    page::{Ctx, load, organiser, protection_tabs},
    protection::{api, views::OverviewView},
    ui::{Card, LinkButton, Notice, NoticeKind, PageHeader, Stat, StatStrip},
};

/// Encryption, log, erasures, backups.
#[component]
pub fn ProtectionPage() -> impl IntoView {
    load(|ctx| async move {
        let overview = api::overview().await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("nav-protection"), move || {
            view! {
                <PageHeader title=words.get("nav-protection") lead=words.get("protection-lead")/>
                {protection_tabs(&inner, "")}
                <div class="stack stack-wide">
                    {figures(&inner, &overview)}
                    <div class="card-columns">
                        {encryption(words, overview.clone())}
                        {log(words, overview.clone())}
                        {backups(words, overview.clone())}
                    </div>
                    <section class="stack">
                        <h2>{words.get("protection-columns-title")}</h2>
                        <p class="lead">{words.get("protection-columns-text")}</p>
                        {columns(&inner)}
                    </section>
                </div>
            }
            .into_any()
        }))
    })
}

fn figures(ctx: &Ctx, overview: &OverviewView) -> impl IntoView + use<> {
    let words = ctx.words;
    let (keys, entries, erased) = (overview.keys, overview.entries, overview.erased);
    view! {
        <StatStrip label=words.get("protection-figures")>
            <Stat number=keys.to_string() label=words.get("protection-keys")/>
            <Stat number=entries.to_string() label=words.get("protection-entries") href="/app/protection/log"/>
            <Stat number=erased.to_string() label=words.get("protection-erased") href="/app/protection/erasures"/>
        </StatStrip>
    }
}

/// A fact; one that is not there yet says so.
fn fact(words: Words, key: &str, value: &str) -> impl IntoView + use<> {
    let value = if value.is_empty() {
        words.get("protection-never")
    } else {
        value.to_owned()
    };
    view! { <dt>{words.get(key)}</dt><dd>{value}</dd> }
}

fn encryption(words: Words, overview: OverviewView) -> impl IntoView + use<> {
    let provider = words.get(&format!("protection-provider-{}", overview.provider));
    let local = (overview.provider == "local-key-file").then(|| {
        view! { <Notice kind=NoticeKind::Warn><p>{words.get("protection-local-key")}</p></Notice> }
    });
    let rotating = overview.rotating.then(|| {
        view! { <Notice kind=NoticeKind::Info><p>{words.get("protection-rotating")}</p></Notice> }
    });
    view! {
        <Card title=words.get("protection-encryption")>
            <dl class="facts">
                {fact(words, "protection-provider", &provider)}
                {fact(words, "protection-cipher", "AES-256-GCM-SIV")}
                {fact(words, "protection-root", &overview.root_version.to_string())}
                {fact(words, "protection-root-made", &overview.root_made)}
            </dl>
            {rotating}
            {local}
        </Card>
    }
}

fn log(words: Words, overview: OverviewView) -> impl IntoView + use<> {
    let late = overview.late.then(|| {
        view! { <Notice kind=NoticeKind::Bad><p>{words.get("protection-log-late")}</p></Notice> }
    });
    view! {
        <Card title=words.get("protection-log")>
            <dl class="facts">
                {fact(words, "protection-entries", &overview.entries.to_string())}
                {fact(words, "protection-signed", &overview.signed)}
            </dl>
            {late}
            <div class="actions">
                <LinkButton href="/app/protection/log" icon="shield-check">{words.get("protection-log-check")}</LinkButton>
            </div>
        </Card>
    }
}

fn backups(words: Words, overview: OverviewView) -> impl IntoView + use<> {
    let missing = overview.backup_created.is_empty().then(|| {
        view! { <Notice kind=NoticeKind::Warn><p>{words.get("protection-no-backup")}</p></Notice> }
    });
    view! {
        <Card title=words.get("protection-backups")>
            <dl class="facts">
                {fact(words, "protection-backup-created", &overview.backup_created)}
                {fact(words, "protection-backup-verified", &overview.backup_verified)}
                {fact(words, "protection-backup-restored", &overview.backup_restored)}
                {fact(words, "protection-horizon", &words.get("protection-horizon-days"))}
            </dl>
            {missing}
        </Card>
    }
}
