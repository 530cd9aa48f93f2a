//! What other programs read of an event: previews of links, search engines.

use leptos::prelude::*;
use leptos_meta::{Link, Meta};
use serde_json::json;

use crate::{page::in_head, registrations::views::PublicEventView};

/// OpenGraph, the canonical address, and the event as schema.org/Event.
#[component]
pub(super) fn ForMachines(
    /// The event.
    shown: PublicEventView,
) -> impl IntoView {
    let (event, url) = (&shown.event, shown.event.public_url.clone());
    let about = shown.page.preview.clone();
    let line = [event.when.as_str(), event.place.as_str(), about.as_str()];
    let line = line
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" · ");
    let facts = [
        ("og:type", "event".to_owned()),
        ("og:title", event.title.clone()),
        ("og:description", line.clone()),
        ("og:url", url.clone()),
        ("og:site_name", shown.organiser.clone()),
    ];
    let picture = picture(&shown);
    let mut facts = facts.to_vec();
    if !picture.is_empty() {
        facts.push(("og:image", picture));
        facts.push(("og:image:alt", shown.page.cover.alt.clone()));
    }
    let facts = facts
        .into_iter()
        .map(|(property, content)| view! { <Meta property=property content=content/> })
        .collect_view();
    let data = schema(&shown, &about);
    let tags = view! {
        <Meta name="description" content=line/>
        {facts}
        <Link rel="canonical" href=url/>
    };
    view! {
        {in_head(tags)}
        <script type="application/ld+json" inner_html=data></script>
    }
}

/// The whole address of the picture; empty without one.
fn picture(shown: &PublicEventView) -> String {
    let picture = &shown.page.cover.large;
    let base = shown.event.public_url.split("/e/").next();
    match base {
        Some(base) if !picture.is_empty() => format!("{base}{picture}"),
        _ => String::new(),
    }
}

/// The event as schema.org/Event in JSON-LD; `<` is written so that no text ends the script.
fn schema(shown: &PublicEventView, about: &str) -> String {
    let event = &shown.event;
    let [starts, ends] = &shown.from_until;
    let status = if event.stage == "cancelled" {
        "https://schema.org/EventCancelled"
    } else {
        "https://schema.org/EventScheduled"
    };
    let picture = picture(shown);
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "startDate": starts,
        "endDate": ends,
        "eventStatus": status,
        "description": about,
        "url": event.public_url,
        "location": { "@type": "Place", "name": event.place, "address": event.place },
        "organizer": { "@type": "Organization", "name": shown.organiser },
    });
    if !picture.is_empty() {
        data["image"] = json!([picture]);
    }
    data.to_string().replace('<', "\\u003c")
}
