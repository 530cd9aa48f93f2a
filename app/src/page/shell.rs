//! The document around every page.

use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};

use super::{App, Ctx, hydration::Hydration};

/// The whole document.
pub fn shell() -> impl IntoView {
    provide_meta_context();
    let ctx = Ctx::current().ok();
    let lang = ctx.as_ref().map_or("de", |ctx| ctx.words.0.tag());
    let theme = ctx.as_ref().map_or("system", |ctx| ctx.theme.code());
    let build = ctx.as_ref().map_or("", |ctx| ctx.build);
    view! {
        <!DOCTYPE html>
        <html lang=lang data-theme=theme>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="stylesheet" href=format!("/pkg/einlass.css?v={build}")/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                {ctx.map(|ctx| view! { <Hydration ctx=ctx/> })}
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}
