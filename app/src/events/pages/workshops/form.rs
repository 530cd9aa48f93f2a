//! The form of a workshop.

use leptos::prelude::*;

use crate::{
    page::Ctx,
    ui::{Button, ButtonKind, Card, DateTimeField, Details, LinkButton, TextArea, TextField},
    workshops::views::WorkshopLineView,
};

/// A workshop that is being changed, or a new one.
pub(super) fn workshop_form(ctx: &Ctx, base: &str, line: WorkshopLineView) -> AnyView {
    let words = ctx.words;
    let number = line.form.number;
    let is_new = number == 0;
    let (id, key) = if is_new {
        ("workshop-new".to_owned(), "workshop-new")
    } else {
        (format!("workshop-{number}"), "workshop-edit")
    };
    let moved = (line.guests > 0).then(|| {
        let count = [("count", line.guests.into())];
        view! { <p class="cell-sub">{words.with("workshop-moved-hint", count)}</p> }
    });
    let fields = fields(ctx, &line);
    let remove = (!is_new).then(|| removal(ctx, &line));
    let (action, back) = (base.to_owned(), format!("{base}#{id}"));
    view! {
        <section id=id>
            <Card title=words.get(key)>
                <form method="post" action=action class="form">
                    <input type="hidden" name="number" value=number.to_string()/>
                    {moved}
                    {fields}
                    <div class="actions">
                        <Button name="what" value="put">{words.get("save")}</Button>
                        <LinkButton href=back kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                    </div>
                    {remove}
                </form>
            </Card>
        </section>
    }
    .into_any()
}

fn fields(ctx: &Ctx, line: &WorkshopLineView) -> impl IntoView + use<> {
    let (words, form) = (ctx.words, &ctx.form);
    let start = line.form.clone();
    let error = |name: &str| form.error(words, name);
    let optional = || words.get("optional");
    view! {
        <div class="form-row">
            <TextField
                label=words.get("workshop-title") name="title" value=form.value("title", start.title)
                error=error("title") maxlength=200 autocomplete="off"
            />
            <TextField
                label=words.get("workshop-title-en") name="title-en" value=form.value("title-en", start.title_en)
                error=error("title-en") optional=optional() maxlength=200 autocomplete="off"
            />
        </div>
        <div class="form-row">
            <DateTimeField
                label=words.get("workshop-starts") name="starts" value=form.value("starts", start.starts)
                error=error("starts") required=true
            />
            <DateTimeField
                label=words.get("workshop-ends") name="ends" value=form.value("ends", start.ends)
                error=error("ends") required=true
            />
        </div>
        <div class="form-row">
            <TextField
                label=words.get("workshop-place") name="place" value=form.value("place", start.place)
                error=error("place") hint=words.get("workshop-place-hint") optional=optional() maxlength=200
                autocomplete="off"
            />
            <TextField
                label=words.get("workshop-capacity") name="capacity" value=form.value("capacity", start.capacity)
                error=error("capacity") hint=words.get("workshop-capacity-hint") inputmode="numeric"
                optional=optional() autocomplete="off"
            />
        </div>
        <TextArea
            label=words.get("workshop-more") name="more" value=form.value("more", start.more) error=error("more")
            hint=words.get("page-markdown") optional=optional() rows=4 maxlength=2_000
        />
        <TextArea
            label=words.get("workshop-more-en") name="more-en" value=form.value("more-en", start.more_en)
            error=error("more-en") hint=words.get("page-markdown") optional=optional() rows=4 maxlength=2_000
        />
    }
}

/// Calling it off, and what that does.
fn removal(ctx: &Ctx, line: &WorkshopLineView) -> impl IntoView + use<> {
    let words = ctx.words;
    let text = if line.guests > 0 {
        words.with("workshop-remove-chosen", [("count", line.guests.into())])
    } else {
        words.get("workshop-remove-unused")
    };
    let key = if line.guests > 0 {
        "workshop-remove"
    } else {
        "workshop-delete"
    };
    let label = words.get(key);
    view! {
        <Details summary=label.clone() class="details-plain">
            <div class="stack">
                <p>{text}</p>
                <div class="actions">
                    <Button kind=ButtonKind::Danger name="what" value="remove" formnovalidate=true>{label}</Button>
                </div>
            </div>
        </Details>
    }
}
