use leptos::{children::ViewFnOnce, prelude::*};

use super::{OptionalText, initials};

/// The participant's part: one column, with `aside` a second one where there is room.
///
/// The page brings its own `<h1>`.
#[component]
pub fn GuestFrame(
    /// The name of the organiser.
    #[prop(into)]
    organiser: String,
    /// Where the name leads.
    #[prop(into, optional)]
    home_href: OptionalText,
    /// The words of the link past the head.
    #[prop(into)]
    skip_label: String,
    /// What stands at the right end of the head.
    #[prop(into, optional)]
    head: Option<ViewFnOnce>,
    /// The card that stays in sight: at the right where there is room, else below the page.
    #[prop(into, optional)]
    aside: Option<ViewFnOnce>,
    /// What stays at the bottom of a phone: the one button.
    #[prop(into, optional)]
    bar: Option<ViewFnOnce>,
    /// Languages, imprint, data protection: links.
    #[prop(into, optional)]
    footer: Option<ViewFnOnce>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let class = if aside.is_some() {
        "guest-frame guest-frame-split"
    } else {
        "guest-frame"
    };
    view! {
        <a class="skip-link" href="#main">
            {skip_label}
        </a>
        <div class=class>
            <header class="guest-head">
                {guest_home(organiser, home_href)} {head.map(ViewFnOnce::run)}
            </header>
            <main class="guest-body" id="main" tabindex="-1">
                <div class="guest-page">
                    <div class="guest-main">{children()}</div>
                    {aside.map(|aside| view! { <div class="guest-aside">{aside.run()}</div> })}
                </div>
                {bar.map(|bar| view! { <div class="guest-bar">{bar.run()}</div> })}
            </main>
            {footer.map(|footer| view! { <footer class="guest-foot">{footer.run()}</footer> })}
        </div>
    }
}

/// The organiser's name, with a door of its own.
fn guest_home(organiser: String, home_href: OptionalText) -> impl IntoView {
    let arch = view! {
        <span class="arch" aria-hidden="true">
            {initials(&organiser)}
        </span>
        <span>{organiser.clone()}</span>
    };
    match home_href.into_option() {
        Some(href) => view! { <a class="guest-home" href=href>{arch}</a> }.into_any(),
        None => view! { <p class="guest-home">{arch}</p> }.into_any(),
    }
}
