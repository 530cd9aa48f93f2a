//! The page of an event, as its readers see it, with each section to be changed in its place.

use domain::{access::act, events::PageList};
use leptos::prelude::*;

use super::page_forms::{contact_form, item_form, texts_form};
use crate::{
    error::ApiError,
    events::{
        api,
        page_views::{EditedPageView, PageForm},
        views::EventView,
    },
    page::{Ctx, Pairs, event_tabs, form, load, organiser, page_param, param},
    registrations::pages::sections,
    ui::{ButtonKind, Card, FlashNotice, IconButton, LinkButton, PageHeader, Prose},
};

/// Every section, at most one of them being changed.
#[component]
pub fn EditedPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        ctx.must_at::<act::PlanEvents>(&event)?;
        let event = api::load_event(event).await?;
        let edited = api::load_page(event.id.clone()).await?;
        let words = ctx.words;
        let inner = ctx.clone();
        let title = event.title.clone();
        Ok(organiser(&ctx, title.clone(), move || {
            let saved = inner
                .query
                .find("done")
                .map(|_| view! { <FlashNotice message=words.get("saved")/> });
            let editor = Editor::new(&inner, event, edited);
            view! {
                <PageHeader title=title back_href="/app/events" back_label=words.get("nav-events")/>
                {event_tabs(&inner, &editor.event.id, "/page")}
                {saved}
                {form(&inner)}
                <div class="stack stack-wide measure">
                    {editor.look()}
                    {editor.cover()}
                    {editor.texts()}
                    {PageList::ALL.map(|list| editor.list(list)).collect_view()}
                    {editor.contact()}
                    {editor.colour()}
                </div>
            }
            .into_any()
        }))
    })
}

/// What the sections need to show themselves.
pub(super) struct Editor {
    pub(super) ctx: Ctx,
    pub(super) event: EventView,
    pub(super) edited: EditedPageView,
    /// What is being changed: `texts`, `agenda-new`, `agenda-3` and so on; empty for nothing.
    open: String,
}

impl Editor {
    fn new(ctx: &Ctx, event: EventView, edited: EditedPageView) -> Self {
        let sent = &ctx.form.values;
        let open = match (ctx.form.sent, sent.get("what"), sent.get("number")) {
            (false, _, _) => ctx.query.text("edit"),
            (true, "item", "" | "0") => format!("{}-new", sent.get("list")),
            (true, "item", number) => format!("{}-{number}", sent.get("list")),
            (true, what, _) => what.to_owned(),
        };
        Self {
            ctx: ctx.clone(),
            event,
            edited,
            open,
        }
    }

    pub(super) fn is_open(&self, part: &str) -> bool {
        self.open == part
    }

    pub(super) fn address(&self) -> String {
        format!("/app/events/{}/page", self.event.id)
    }

    /// The link to change a part, in words that say which.
    pub(super) fn edit_link(&self, part: &str, label: String) -> impl IntoView + use<> {
        let href = format!("{}?edit={part}#{part}", self.address());
        view! { <LinkButton href=href kind=ButtonKind::Quiet icon="pencil" class="button-small">{label}</LinkButton> }
    }

    fn look(&self) -> impl IntoView + use<> {
        let words = self.ctx.words;
        let public = self.event.stage != "draft";
        let href = self.event.public_url.clone();
        if public {
            view! { <p><a href=href>{words.get("event-link-open")}</a></p> }.into_any()
        } else {
            view! { <p class="cell-sub">{words.get("page-draft")}</p> }.into_any()
        }
    }

    fn texts(&self) -> impl IntoView + use<> {
        let words = self.ctx.words;
        if self.is_open("texts") {
            return texts_form(self);
        }
        let about = self.edited.page.about.clone();
        let nothing = about
            .is_empty()
            .then(|| empty(&self.ctx, "page-texts-empty"));
        let change = self.edit_link("texts", words.get("page-texts-edit"));
        view! {
            <section id="texts"><Card title=words.get("page-texts")>{nothing}<Prose html=about/>{change}</Card></section>
        }
        .into_any()
    }

    /// A list with its items; each can be changed and moved, a new one can be added.
    fn list(&self, list: PageList) -> AnyView {
        let words = self.ctx.words;
        let code = list.code();
        let forms = self.edited.items.iter().filter(|item| item.list == code);
        let forms: Vec<&PageForm> = forms.collect();
        let end = forms.len().saturating_sub(1);
        let items = forms
            .iter()
            .enumerate()
            .map(|(at, item)| {
                if self.is_open(&format!("{code}-{}", item.number)) {
                    item_form(self, list, (*item).clone())
                } else {
                    self.line(item, at == 0, at == end)
                }
            })
            .collect_view();
        let nothing = forms
            .is_empty()
            .then(|| empty(&self.ctx, &format!("page-{code}-empty")));
        let add = if self.is_open(&format!("{code}-new")) {
            item_form(self, list, PageForm::default())
        } else {
            let href = format!("{}?edit={code}-new#{code}-new", self.address());
            let label = words.get(&format!("page-{code}-add"));
            view! { <LinkButton href=href kind=ButtonKind::Quiet icon="plus" class="button-small">{label}</LinkButton> }
                .into_any()
        };
        let title = words.get(&format!("page-{code}"));
        view! { <section id=code><Card title=title>{nothing}<ul class="page-lines">{items}</ul>{add}</Card></section> }
            .into_any()
    }

    fn line(&self, item: &PageForm, first: bool, last: bool) -> AnyView {
        let words = self.ctx.words;
        let heading = if item.heading.is_empty() {
            &item.heading_en
        } else {
            &item.heading
        };
        let parts = [item.lead.as_str(), heading.as_str()];
        let name = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        let part = format!("{}-{}", item.list, item.number);
        let change = self.edit_link(&part, words.get("page-item-edit"));
        let said = |key: &str| words.with(key, [("name", (&name).into())]);
        let moves = [("up", "chevron-up", first), ("down", "chevron-down", last)]
            .into_iter()
            .filter(|(_, _, at_end)| !at_end)
            .map(|(what, icon, _)| {
                let label = said(&format!("page-item-{what}"));
                view! { <IconButton icon=icon label=label name="what" value=what class="button-small"/> }
            })
            .collect_view();
        view! {
            <li class="page-line">
                <p>{name.clone()}</p>
                <form method="post" action=self.address() class="actions">
                    <input type="hidden" name="list" value=item.list.clone()/>
                    <input type="hidden" name="number" value=item.number.to_string()/>
                    {moves}
                    {change}
                </form>
            </li>
        }
        .into_any()
    }

    fn contact(&self) -> impl IntoView + use<> {
        let words = self.ctx.words;
        if self.is_open("contact") {
            return contact_form(self);
        }
        let shown = self.edited.page.contact.clone();
        let nobody = shown.iter().all(String::is_empty);
        let shown = if nobody {
            empty(&self.ctx, "page-contact-empty").into_any()
        } else {
            sections::contact_lines(shown).into_any()
        };
        let change = self.edit_link("contact", words.get("page-contact-edit"));
        view! { <section id="contact"><Card title=words.get("page-contact")>{shown}{change}</Card></section> }.into_any()
    }
}

fn empty(ctx: &Ctx, key: &str) -> impl IntoView + use<> {
    view! { <p class="cell-sub">{ctx.t(key)}</p> }
}

/// What the forms of the page do.
pub async fn edit(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let event = param(&path, 0)?;
    if pairs.get("what") == "cover-remove" {
        api::remove_cover(event.clone()).await?;
        return Ok(format!("/app/events/{event}/page?done#cover"));
    }
    let text = |name: &str| pairs.text(name);
    let lead = if pairs.find("time").is_some() {
        "time"
    } else {
        "name"
    };
    let form = PageForm {
        what: text("what"),
        list: text("list"),
        number: pairs.get("number").parse().unwrap_or(0),
        description: text("description"),
        title_en: text("title-en"),
        place_en: text("place-en"),
        description_en: text("description-en"),
        lead: text(lead),
        heading: text("heading"),
        heading_en: text("heading-en"),
        more: text("more"),
        more_en: text("more-en"),
        name: text("name"),
        email: text("email"),
        tel: text("tel"),
        colour: text("colour"),
        ..PageForm::default()
    };
    let section = if form.list.is_empty() {
        form.what.clone()
    } else {
        form.list.clone()
    };
    let known = [
        "texts",
        "cover",
        "agenda",
        "people",
        "questions",
        "contact",
        "colour",
    ];
    let section = known
        .into_iter()
        .find(|known| *known == section)
        .unwrap_or_default();
    api::edit_page(event.clone(), form).await?;
    Ok(format!("/app/events/{event}/page?done#{section}"))
}
