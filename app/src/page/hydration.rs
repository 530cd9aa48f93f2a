//! Loading the islands.

use leptos::prelude::*;

use super::Ctx;

/// Starts the islands of the page, if it has any, and says so on `<html>`. The nonce is on the script alone: elsewhere
/// style rules could read it.
#[component]
pub(super) fn Hydration(
    /// The context.
    ctx: Ctx,
) -> impl IntoView {
    let build = ctx.build;
    let script = format!(
        "const islands = document.querySelectorAll('leptos-island');\
         const ready = () => document.documentElement.setAttribute('data-hydrated', '');\
         if (islands.length === 0) ready();\
         else import('/pkg/einlass.js?v={build}').then(async (wasm) => {{\
         await wasm.default({{ module_or_path: '/pkg/einlass.wasm?v={build}' }});\
         wasm.hydrate();\
         for (const island of islands) await wasm[island.dataset.component](island);\
         ready(); }});"
    );
    view! { <script type="module" nonce=ctx.nonce.clone() inner_html=script></script> }
}

/// Loads the check of the log, a bundle of its own, on the page that has it.
#[component]
pub fn Monitor(
    /// The context.
    ctx: Ctx,
) -> impl IntoView {
    let build = ctx.build;
    let script = format!(
        "import('/pkg/monitor.js?v={build}').then((check) => \
         check.default({{ module_or_path: '/pkg/monitor.wasm?v={build}' }}));"
    );
    view! { <script type="module" nonce=ctx.nonce.clone() inner_html=script></script> }
}

/// The script that shows what a form is about as its readers will see it, while it is filled in: likewise less than in the
/// bundle of everybody.
#[component]
pub fn Preview(
    /// The context.
    ctx: Ctx,
) -> impl IntoView {
    const SCRIPT: &str = include_str!("preview.js");
    view! { <script type="module" nonce=ctx.nonce.clone() inner_html=SCRIPT></script> }
}

/// The script that picks all rows of a page and counts those that are picked.
#[component]
pub fn Select(
    /// The context.
    ctx: Ctx,
) -> impl IntoView {
    const SCRIPT: &str = include_str!("select.js");
    view! { <script type="module" nonce=ctx.nonce.clone() inner_html=SCRIPT></script> }
}

/// The script that lets the items of a list be dragged.
#[component]
pub fn Order(
    /// The context.
    ctx: Ctx,
) -> impl IntoView {
    const SCRIPT: &str = include_str!("order.js");
    view! { <script type="module" nonce=ctx.nonce.clone() inner_html=SCRIPT></script> }
}

/// The script of forms that use passkeys: a kilobyte on their pages, instead of ten in the bundle of everybody.
#[component]
pub fn Passkeys(
    /// The context.
    ctx: Ctx,
) -> impl IntoView {
    const SCRIPT: &str = include_str!("passkeys.js");
    view! { <script type="module" nonce=ctx.nonce.clone() inner_html=SCRIPT></script> }
}
