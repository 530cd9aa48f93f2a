//! What stands on the page of an event below title and time.

use leptos::prelude::*;
use leptos_meta::Stylesheet;
use words::Words;

use crate::{
    events::page_views::{CoverView, ItemView, PageView},
    page::in_head,
    ui::{Details, Icon, Prose},
};

/// The sections that hold something, in the order of the page.
#[component]
pub(super) fn Sections(
    /// Words.
    words: Words,
    /// The page.
    page: PageView,
) -> impl IntoView {
    view! {
        <Prose html=page.about/>
        {agenda(words, page.agenda)}
        {people(words, page.people)}
        {questions(words, page.questions)}
        {contact(words, page.contact)}
    }
}

/// The picture on top, in the size that fits the screen.
pub(crate) fn cover(cover: &CoverView) -> Option<impl IntoView + use<>> {
    let cover = cover.clone();
    let [width, height] = cover.size.map(|side| side.to_string());
    (!cover.large.is_empty()).then(|| {
        let sizes = format!("{} 800w, {} 1600w", cover.small, cover.large);
        view! {
            <img
                class="cover" src=cover.small srcset=sizes sizes="(min-width: 64rem) 56rem, 100vw" width=width
                height=height alt=cover.alt decoding="async" fetchpriority="high"
            />
        }
    })
}

/// The organiser's colour in place of the product's.
#[component]
pub(super) fn Colours(
    /// The address of the style sheet; empty for none.
    href: String,
) -> impl IntoView {
    (!href.is_empty()).then(|| in_head(view! { <Stylesheet href=href/> }))
}

/// What happens when.
fn agenda(words: Words, items: Vec<ItemView>) -> Option<impl IntoView> {
    section(words.get("page-agenda"), items, |item| {
        view! {
            <li class="agenda-item">
                <p class="agenda-time">{item.lead}</p>
                <div><h3>{item.title}</h3><Prose html=item.html/></div>
            </li>
        }
        .into_any()
    })
}

/// Who speaks, plays or welcomes.
fn people(words: Words, items: Vec<ItemView>) -> Option<impl IntoView> {
    section(words.get("page-people"), items, |item| {
        view! { <li><h3>{item.lead}</h3><p class="cell-sub">{item.title}</p><Prose html=item.html/></li> }.into_any()
    })
}

/// What guests ask.
fn questions(words: Words, items: Vec<ItemView>) -> Option<impl IntoView> {
    section(words.get("page-questions"), items, |item| {
        view! { <li><Details summary=item.title><Prose html=item.html/></Details></li> }.into_any()
    })
}

fn section(
    title: String,
    items: Vec<ItemView>,
    show: impl Fn(ItemView) -> AnyView,
) -> Option<impl IntoView> {
    (!items.is_empty()).then(|| {
        let items = items.into_iter().map(show).collect_view();
        view! { <section class="stack"><h2>{title}</h2><ul class="page-list">{items}</ul></section> }
    })
}

/// Whom guests can ask.
fn contact(words: Words, contact: [String; 3]) -> Option<impl IntoView> {
    let somebody = contact.iter().any(|part| !part.is_empty());
    somebody.then(|| {
        view! { <section class="stack"><h2>{words.get("page-contact")}</h2>{contact_lines(contact)}</section> }
    })
}

/// Name, address and telephone of a contact, as far as they are known.
pub(crate) fn contact_lines([name, email, phone]: [String; 3]) -> impl IntoView {
    let mail = (!email.is_empty()).then(|| {
        view! {
            <p class="glance-line"><Icon name="mail"/><a href=format!("mailto:{email}")>{email.clone()}</a></p>
        }
    });
    let digits: String = phone
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    let phone =
        (!phone.is_empty()).then(|| view! { <p><a href=format!("tel:{digits}")>{phone}</a></p> });
    view! { <div><p><strong>{name}</strong></p>{mail}{phone}</div> }
}
