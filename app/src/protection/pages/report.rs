//! The report on technical and organisational measures.

use leptos::prelude::*;
use words::Words;

use crate::{
    page::{Ctx, load, organiser, protection_tabs},
    protection::{
        api,
        views::{FindingView, ReportView, SectionView},
    },
    ui::{
        BadgeKind, ButtonKind, Card, Details, LinkButton, Notice, NoticeKind, PageHeader, Stat,
        StatStrip, StatusBadge,
    },
};

/// Every measure with its light and what shows it.
#[component]
pub fn ReportPage() -> impl IntoView {
    load(|ctx| async move {
        let report = api::load_report().await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("report-title"), move || {
            let actions = move || {
                view! {
                    <LinkButton href="/app/protection/report.pdf" icon="download" download="">{words.get("report-pdf")}</LinkButton>
                    <LinkButton
                        href="/app/protection/report.json" kind=ButtonKind::Quiet icon="download" download=""
                    >
                        {words.get("report-json")}
                    </LinkButton>
                }
            };
            let facts = [
                ("organiser", (&report.organiser).into()),
                ("made", (&report.made).into()),
                ("version", (&report.version).into()),
            ];
            let sections: Vec<_> = report
                .sections
                .iter()
                .map(|shown| section(&inner, shown))
                .collect();
            view! {
                <PageHeader title=words.get("report-title") lead=words.get("report-lead") actions=actions/>
                {protection_tabs(&inner, "/report")}
                <div class="stack stack-wide">
                    <p>{words.with("report-made", facts)}</p>
                    {lights(words, &report)}
                    {deviations(words, &report)}
                    {sections}
                    {anchor(words, &report)}
                </div>
            }
            .into_any()
        }))
    })
}

/// How a light looks.
fn kind(light: &str) -> BadgeKind {
    match light {
        "green" => BadgeKind::Ok,
        "amber" => BadgeKind::Maybe,
        "red" => BadgeKind::Bad,
        _ => BadgeKind::Open,
    }
}

fn lights(words: Words, report: &ReportView) -> impl IntoView + use<> {
    let stats: Vec<_> = report
        .lights
        .iter()
        .map(|(light, count)| {
            let label = words.get(&format!("light-{light}"));
            view! { <Stat number=count.to_string() label=label kind=kind(light)/> }
        })
        .collect();
    view! { <StatStrip label=words.get("report-lights")>{stats}</StatStrip> }
}

/// What somebody should look at, with the way to it.
fn deviations(words: Words, report: &ReportView) -> AnyView {
    let found = report.deviations();
    if found.is_empty() {
        let text = words.get("report-all-well");
        return view! { <Notice kind=NoticeKind::Ok><p>{text}</p></Notice> }.into_any();
    }
    let rows: Vec<_> = found
        .into_iter()
        .map(|finding| {
            let href = format!("#{}", finding.code);
            let badge = badge(words, &finding.light);
            view! { <li class="deviation">{badge}<a href=href>{finding.title}</a></li> }
        })
        .collect();
    view! {
        <Card title=words.get("report-deviations")><ul class="deviations">{rows}</ul></Card>
    }
    .into_any()
}

fn badge(words: Words, light: &str) -> impl IntoView + use<> {
    view! { <StatusBadge kind=kind(light) word=words.get(&format!("light-{light}"))/> }
}

fn section(ctx: &Ctx, section: &SectionView) -> impl IntoView + use<> {
    let findings: Vec<_> = section
        .findings
        .iter()
        .map(|found| finding(ctx, found.clone()))
        .collect();
    view! { <Card title=section.title.clone()><div class="findings">{findings}</div></Card> }
}

fn finding(ctx: &Ctx, finding: FindingView) -> impl IntoView + use<> {
    let words = ctx.words;
    let facts: Vec<_> = finding
        .facts
        .into_iter()
        .map(|fact| view! { <div><dt>{fact.name}</dt><dd>{fact.value}</dd></div> })
        .collect();
    let facts = (!facts.is_empty()).then(|| view! { <dl class="finding-facts">{facts}</dl> });
    let place = (!finding.place.is_empty()).then(|| {
        let href = finding.place.clone();
        view! { <a href=href>{words.get("report-place")}<span class="sr-only">": "{finding.title.clone()}</span></a> }
    });
    let proof = (!finding.proof.is_empty()).then(|| {
        view! {
            <Details summary=words.get("report-proof") about=finding.title.clone() class="details-plain">
                <p>{words.get("report-proof-text")}</p>
                <p><code class="proof-name">{finding.proof}</code></p>
            </Details>
        }
    });
    view! {
        <section class="finding" id=finding.code>
            <div class="finding-head"><h3>{finding.title}</h3>{badge(words, &finding.light)}</div>
            <p>{finding.rule}</p>
            {facts}
            <div class="finding-more">{place}{proof}</div>
        </section>
    }
}

/// What ties the report to the log.
fn anchor(words: Words, report: &ReportView) -> impl IntoView + use<> {
    let checkpoint = report.checkpoint.clone();
    (!checkpoint.is_empty()).then(|| {
        view! {
            <Card title=words.get("report-anchor")>
                <p>{words.get("report-anchor-text")}</p>
                <pre class="note-text">{checkpoint}</pre>
            </Card>
        }
    })
}
