//! The certificate.

use leptos::prelude::*;

use crate::{
    page::{Ctx, load, organiser, page_param},
    protection::{api, views::CertificateView},
    ui::{ButtonKind, Card, Details, FlashNotice, LinkButton, PageHeader},
};

/// What was erased, the proof, and both files.
#[component]
pub fn CertificatePage() -> impl IntoView {
    let person = page_param("person");
    load(|ctx| async move {
        let certificate = api::erasure_certificate(person).await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("certificate-title"), move || {
            let base = format!("/app/protection/erasures/{}", certificate.person);
            let (pdf, json) = (words.get("certificate-pdf"), words.get("certificate-json"));
            let actions = move || {
                view! {
                    <LinkButton href=format!("{base}/certificate.pdf") icon="download" download="">{pdf}</LinkButton>
                    <LinkButton
                        href=format!("{base}/certificate.json") kind=ButtonKind::Quiet icon="download" download=""
                    >
                        {json}
                    </LinkButton>
                }
            };
            let done = inner.query.find("done").map(|_| {
                view! { <FlashNotice message=words.get("certificate-done")/> }
            });
            view! {
                <PageHeader
                    title=words.get("certificate-title") lead=words.get("certificate-lead")
                    back_href="/app/protection/erasures" back_label=words.get("erasures-title") actions=actions
                />
                <div class="stack">
                    {done}
                    {facts(&inner, &certificate)}
                    {proof(&inner, certificate)}
                </div>
            }
            .into_any()
        }))
    })
}

fn facts(ctx: &Ctx, certificate: &CertificateView) -> impl IntoView + use<> {
    let words = ctx.words;
    let extent = certificate.extent;
    let facts = [
        ("certificate-person", certificate.person.clone()),
        ("certificate-erased", certificate.erased.clone()),
        ("certificate-guests", extent.guests.to_string()),
        ("certificate-mails", extent.mails.to_string()),
        ("certificate-links", extent.links.to_string()),
        ("certificate-backups", certificate.unreadable_from.clone()),
    ]
    .map(|(key, value)| view! { <dt>{words.get(key)}</dt><dd>{value}</dd> })
    .into_iter()
    .collect_view();
    view! {
        <Card title=words.get("certificate-what")>
            <dl class="facts">{facts}</dl>
            <p class="cell-sub">{words.get("certificate-stays")}</p>
        </Card>
    }
}

fn proof(ctx: &Ctx, certificate: CertificateView) -> impl IntoView + use<> {
    let words = ctx.words;
    let place = words.with(
        "certificate-place",
        [
            ("place", certificate.place.to_string().into()),
            ("size", certificate.size.to_string().into()),
        ],
    );
    view! {
        <Card title=words.get("certificate-proof")>
            <p>{place}</p>
            <p>{words.get("certificate-check")}</p>
            <Details summary=words.get("certificate-statement")>
                <pre class="note-text">{certificate.statement}</pre>
                <p class="cell-sub">{words.get("check-key")}</p>
                <pre class="note-text">{certificate.verifier}</pre>
            </Details>
        </Card>
    }
}
