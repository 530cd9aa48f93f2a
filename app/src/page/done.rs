//! What a form has just done.

use leptos::prelude::*;

use super::Ctx;
use crate::ui::FlashNotice;

/// The notice of what a form has done before it went on to this page with `?done=…`: the text `{prefix}-done-{what}`, for
/// what the page knows.
pub(crate) fn done(ctx: &Ctx, prefix: &str, known: &[&str]) -> Option<impl IntoView + use<>> {
    let what = ctx.query.one_of("done", known)?;
    let message = ctx.t(&format!("{prefix}-done-{what}"));
    Some(view! { <FlashNotice message=message/> })
}
