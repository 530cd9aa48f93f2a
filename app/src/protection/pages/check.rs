//! The check in the reader's own browser: the panel that `crates/monitor` brings to life.

use leptos::prelude::*;

use crate::{
    page::{Ctx, Monitor},
    protection::views::LogPageView,
    ui::{Card, Details, Icon},
};

/// The texts that the check may show; it sets in what stands in braces.
const TEXTS: [&str; 11] = [
    "running",
    "in-order",
    "first-time",
    "continues",
    "anchor",
    "broken",
    "truncated",
    "forked",
    "other-key",
    "signature",
    "offline",
];

/// The panel. Without scripts it says how to check the log otherwise.
pub(super) fn check_panel(ctx: &Ctx, page: &LogPageView) -> AnyView {
    let words = ctx.words;
    if page.checkpoint.is_empty() {
        return view! {
            <Card title=words.get("check-title")><p>{words.get("check-not-yet")}</p></Card>
        }
        .into_any();
    }
    let texts = TEXTS
        .map(|name| {
            let text = words.with(
                &format!("check-{name}"),
                ["entries", "size", "date", "root", "last"]
                    .map(|value| (value, format!("{{{value}}}").into())),
            );
            view! { <span hidden data-text=name>{text}</span> }
        })
        .into_iter()
        .collect_view();
    let (key, checkpoint) = (page.verifier.clone(), page.checkpoint.clone());
    view! {
        <Card title=words.get("check-title") class="log-check">
            <div data-log-check="/app/protection/log/part" data-lang=words.0.tag() class="stack">
                <p>{words.get("check-lead")}</p>
                {texts}
                <div class="actions">
                    <button type="button" class="button button-primary" data-check-start hidden>{words.get("check-start")}</button>
                </div>
                <progress class="progress" data-check-progress hidden aria-label=words.get("check-progress")></progress>
                <div data-check-result role="status" hidden class="notice">
                    <Icon name="hourglass"/>
                    <div class="notice-body"></div>
                </div>
                <p data-check-fallback class="cell-sub">{words.get("check-without-scripts")}</p>
            </div>
            <Details summary=words.get("check-how")>
                <p>{words.get("check-how-text")}</p>
                <p class="cell-sub">{words.get("check-key")}</p>
                <pre class="note-text">{key}</pre>
                <p class="cell-sub">{words.get("check-checkpoint")}</p>
                <pre class="note-text">{checkpoint}</pre>
            </Details>
        </Card>
        <Monitor ctx=ctx.clone()/>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_its_words() {
        let known = words::keys(domain::Locale::De);
        for key in TEXTS.map(|name| format!("check-{name}")) {
            assert!(known.contains(&key), "{key}");
        }
    }
}
