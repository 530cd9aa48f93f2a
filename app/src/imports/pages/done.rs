//! After an import.

use leptos::prelude::*;

use crate::{
    page::Ctx,
    ui::{Button, ButtonKind, EmptyState, FlashNotice, LinkButton},
};

/// How many came, what is next, and the way back.
pub(super) fn done(ctx: &Ctx, event: &str, import: &str, added: u32) -> AnyView {
    let words = ctx.words;
    let message = words.with("import-done", [("count", added.into())]);
    let action = format!("/app/events/{event}/import/{import}");
    let guests = format!("/app/events/{event}/guests");
    let invitation = format!("/app/events/{event}/invitation");
    view! {
        <div class="stack stack-wide">
            <FlashNotice message=message>
                <form method="post" action=action>
                    <Button kind=ButtonKind::Link name="do" value="undo" icon="undo-2">{words.get("undo")}</Button>
                </form>
            </FlashNotice>
            <div class="actions">
                <LinkButton href=guests>{words.get("import-to-guests")}</LinkButton>
                <LinkButton href=invitation kind=ButtonKind::Quiet icon="mail">
                    {words.get("step-invite-do")}
                </LinkButton>
            </div>
        </div>
    }
    .into_any()
}

/// After it was taken back.
pub(super) fn undone(ctx: &Ctx, event: &str) -> AnyView {
    let words = ctx.words;
    let again = format!("/app/events/{event}/import");
    view! {
        <EmptyState title=words.get("import-undone-title") text=words.get("import-undone-text") icon="undo-2">
            <LinkButton href=again icon="upload">{words.get("import-again")}</LinkButton>
        </EmptyState>
    }
    .into_any()
}
