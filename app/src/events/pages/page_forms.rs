//! The forms of the sections of an event's page.

use domain::events::PageList;
use leptos::prelude::*;

use super::page::Editor;
use crate::{
    events::page_views::PageForm,
    page::Preview,
    ui::{Button, ButtonKind, Card, Details, LinkButton, Prose, TextArea, TextField},
};

/// Around the fields of a section: what is changed, the fields, save and cancel.
fn section(
    editor: &Editor,
    (id, what): (String, &'static str),
    title: String,
    fields: AnyView,
    more: AnyView,
) -> AnyView {
    let words = editor.ctx.words;
    let (action, back) = (editor.address(), format!("{}#{id}", editor.address()));
    let save = words.get("save");
    let cancel = words.get("cancel");
    view! {
        <section id=id>
            <Card title=title>
                <form method="post" action=action class="form">
                    {fields}
                    <div class="actions">
                        <Button name="what" value=what>{save}</Button>
                        <LinkButton href=back kind=ButtonKind::Link>{cancel}</LinkButton>
                        {more}
                    </div>
                </form>
            </Card>
        </section>
    }
    .into_any()
}

impl Editor {
    /// A line of text, with what was typed or what it starts with.
    fn line_field(&self, name: &'static str, key: &str, start: String, required: bool) -> AnyView {
        let (words, form) = (self.ctx.words, &self.ctx.form);
        let optional = if required {
            String::new()
        } else {
            words.get("optional")
        };
        view! {
            <TextField
                label=words.get(key) name=name value=form.value(name, start) error=form.error(words, name)
                required=required optional=optional maxlength=200 autocomplete="off"
            />
        }
        .into_any()
    }

    /// Several lines of Markdown.
    fn text_field(
        &self,
        name: &'static str,
        key: &str,
        start: String,
        rows: u32,
        max: u32,
    ) -> AnyView {
        let (words, form) = (self.ctx.words, &self.ctx.form);
        view! {
            <TextArea
                label=words.get(key) name=name value=form.value(name, start) error=form.error(words, name)
                hint=words.get("page-markdown") optional=words.get("optional") rows=rows maxlength=max
            />
        }
        .into_any()
    }
}

/// The description, and everything in English beside it.
pub(super) fn texts_form(editor: &Editor) -> AnyView {
    let words = editor.ctx.words;
    let form = editor.edited.form.clone();
    let about = editor.edited.page.about.clone();
    let event = editor.event.id.clone();
    let main = editor.text_field(
        "description",
        "event-description",
        form.description,
        12,
        10_000,
    );
    let title = editor.line_field("title-en", "page-title-en", form.title_en, false);
    let place = editor.line_field("place-en", "page-place-en", form.place_en, false);
    let english = editor.text_field(
        "description-en",
        "page-description-en",
        form.description_en,
        8,
        10_000,
    );
    let fields = view! {
        <div class="stack stack-tight" data-preview="/fn/events/prose" data-event=event>
            {main}
            <Details summary=words.get("page-preview") open=true class="details-plain">
                <div data-shown=""><Prose html=about/></div>
            </Details>
            <Preview ctx=editor.ctx.clone()/>
        </div>
        <fieldset class="form-part">
            <legend>{words.get("page-english")}</legend>
            <p class="cell-sub">{words.get("page-english-hint")}</p>
            {title}{place}{english}
        </fieldset>
    };
    let id = ("texts".to_owned(), "texts");
    section(
        editor,
        id,
        words.get("page-texts"),
        fields.into_any(),
        ().into_any(),
    )
}

/// One item of a list.
pub(super) fn item_form(editor: &Editor, list: PageList, item: PageForm) -> AnyView {
    let words = editor.ctx.words;
    let code = list.code();
    let is_new = item.number == 0;
    let lead = match list {
        PageList::Agenda => Some(editor.line_field("time", "page-time", item.lead, false)),
        PageList::People => Some(editor.line_field("name", "field-name", item.lead, true)),
        PageList::Questions => None,
    };
    let key = |part: &str| format!("page-{code}-{part}");
    let required = list != PageList::People;
    let heading = editor.line_field("heading", &key("heading"), item.heading, required);
    let heading_en = editor.line_field("heading-en", "page-in-english", item.heading_en, false);
    let more = editor.text_field("more", &key("more"), item.more, 4, 2_000);
    let more_en = editor.text_field("more-en", "page-in-english", item.more_en, 4, 2_000);
    let fields = view! {
        <input type="hidden" name="list" value=code/>
        <input type="hidden" name="number" value=item.number.to_string()/>
        {lead}
        <div class="form-row">{heading}{heading_en}</div>
        <div class="form-row">{more}{more_en}</div>
    };
    let remove = (!is_new).then(|| {
        let label = words.get("page-item-remove");
        view! {
            <Button kind=ButtonKind::Danger name="what" value="remove" icon="trash-2" formnovalidate=true>{label}</Button>
        }
    });
    let id = if is_new {
        format!("{code}-new")
    } else {
        format!("{code}-{}", item.number)
    };
    let title = words.get(&key(if is_new { "add" } else { "change" }));
    section(
        editor,
        (id, "item"),
        title,
        fields.into_any(),
        remove.into_any(),
    )
}

/// Whom guests can ask.
pub(super) fn contact_form(editor: &Editor) -> AnyView {
    let words = editor.ctx.words;
    let form = editor.edited.form.clone();
    let name = editor.line_field("name", "field-name", form.name, false);
    let tel = editor.line_field("tel", "field-tel", form.tel, false);
    let state = &editor.ctx.form;
    let (email, error) = (
        state.value("email", form.email),
        state.error(words, "email"),
    );
    let fields = view! {
        {name}
        <TextField
            label=words.get("field-email") name="email" input_type="email" value=email error=error
            optional=words.get("optional") autocomplete="off" maxlength=254
        />
        {tel}
    };
    let id = ("contact".to_owned(), "contact");
    section(
        editor,
        id,
        words.get("page-contact"),
        fields.into_any(),
        ().into_any(),
    )
}

/// The organiser's colour.
pub(super) fn colour_form(editor: &Editor) -> AnyView {
    let words = editor.ctx.words;
    let state = &editor.ctx.form;
    let colour = state.value("colour", editor.edited.form.colour.clone());
    let error = state.error(words, "colour");
    let fields = view! {
        <TextField
            label=words.get("page-colour") name="colour" value=colour error=error hint=words.get("page-colour-hint")
            optional=words.get("optional") autocomplete="off" maxlength=7
        />
    };
    let id = ("colour".to_owned(), "colour");
    section(
        editor,
        id,
        words.get("page-colour"),
        fields.into_any(),
        ().into_any(),
    )
}
