//! The workshops of an event, each to be changed in its place.

use domain::access::act;
use leptos::prelude::*;

use super::form::workshop_form;
use crate::{
    error::ApiError,
    page::{Ctx, Pairs, event_tabs, form, load, organiser, page_param, param},
    ui::{ButtonKind, Card, EmptyState, FlashNotice, LinkButton, PageHeader},
    workshops::{
        api,
        views::{WorkshopForm, WorkshopLineView, WorkshopView, WorkshopsView},
    },
};

/// Every workshop with its figures, at most one of them being changed.
#[component]
pub fn WorkshopsPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        ctx.must_at::<act::PlanEvents>(&event)?;
        let shown = api::load_workshops(event.clone()).await?;
        let title = crate::events::api::load_event(event.clone()).await?.title;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(
            &ctx,
            words.get("event-tab-workshops"),
            move || {
                let saved = inner
                    .query
                    .find("done")
                    .map(|_| view! { <FlashNotice message=words.get("saved")/> });
                view! {
                <PageHeader title=title back_href="/app/events" back_label=words.get("nav-events")/>
                {event_tabs(&inner, &event, "/workshops")}
                {saved}
                {form(&inner)}
                <div class="stack stack-wide measure">
                    {lines(&inner, &event, shown)}
                </div>
            }
            .into_any()
            },
        ))
    })
}

/// What is being changed: a number, `new`, or nothing.
fn open(ctx: &Ctx) -> String {
    match (ctx.form.sent, ctx.form.values.get("number")) {
        (false, _) => ctx.query.text("edit"),
        (true, "" | "0") => "new".to_owned(),
        (true, number) => number.to_owned(),
    }
}

fn lines(ctx: &Ctx, event: &str, shown: WorkshopsView) -> AnyView {
    let words = ctx.words;
    let base = format!("/app/events/{event}/workshops");
    let open = open(ctx);
    let add = format!("{base}?edit=new#workshop-new");
    if shown.lines.is_empty() && open != "new" {
        return view! {
            <EmptyState
                title=words.get("workshops-empty") text=words.get("workshops-empty-text") icon="calendar-days"
            >
                <LinkButton href=add icon="plus">{words.get("workshop-add")}</LinkButton>
            </EmptyState>
        }
        .into_any();
    }
    let lines: Vec<_> = shown
        .lines
        .into_iter()
        .map(|line| {
            if open == line.workshop.number.to_string() {
                workshop_form(ctx, &base, line)
            } else {
                shown_line(ctx, event, &base, line)
            }
        })
        .collect();
    let new = if open == "new" {
        let line = WorkshopLineView {
            form: shown.new,
            ..WorkshopLineView::default()
        };
        workshop_form(ctx, &base, line)
    } else {
        view! { <div class="actions"><LinkButton href=add icon="plus">{words.get("workshop-add")}</LinkButton></div> }
            .into_any()
    };
    view! { <p class="lead">{words.get("workshops-lead")}</p>{lines}{new} }.into_any()
}

fn shown_line(ctx: &Ctx, event: &str, base: &str, line: WorkshopLineView) -> AnyView {
    let words = ctx.words;
    let WorkshopView {
        number,
        title,
        when,
        place,
        ..
    } = line.workshop;
    let id = format!("workshop-{number}");
    let capacity: u32 = line.form.capacity.parse().unwrap_or(0);
    let figures = [("capacity", capacity.into()), ("taken", line.taken.into())];
    let taken = words.with("workshop-taken", figures);
    let waiting = (line.waiting > 0).then(|| {
        let waiting = words.with("workshop-waiting", [("count", line.waiting.into())]);
        view! { <span>" · " {waiting}</span> }
    });
    let guests = format!("/app/events/{event}/guests?workshop={number}");
    let figures = if line.guests > 0 {
        view! { <p><a href=guests>{taken}</a>{waiting}</p> }.into_any()
    } else {
        view! { <p class="cell-sub">{taken}</p> }.into_any()
    };
    let where_and_when = [when, place];
    let where_and_when: Vec<String> = where_and_when
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let href = format!("{base}?edit={number}#{id}");
    let change = words.with("workshop-change-of", [("workshop", (&title).into())]);
    view! {
        <section id=id>
            <Card title=title>
                <div class="stack stack-tight">
                    <p class="cell-sub">{where_and_when.join(" · ")}</p>
                    {figures}
                    <div class="actions">
                        <LinkButton href=href kind=ButtonKind::Quiet icon="pencil" class="button-small">{change}</LinkButton>
                    </div>
                </div>
            </Card>
        </section>
    }
    .into_any()
}

/// What the forms of the page do.
pub async fn edit_workshops(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let event = param(&path, 0)?;
    let text = |name: &str| pairs.text(name);
    let form = WorkshopForm {
        what: text("what"),
        number: pairs.get("number").parse().unwrap_or(0),
        title: text("title"),
        title_en: text("title-en"),
        starts: text("starts"),
        ends: text("ends"),
        place: text("place"),
        capacity: text("capacity"),
        more: text("more"),
        more_en: text("more-en"),
    };
    let section = match (form.what.as_str(), form.number) {
        ("put", number) if number > 0 => format!("#workshop-{number}"),
        _ => String::new(),
    };
    api::edit_workshops(event.clone(), form).await?;
    Ok(format!("/app/events/{event}/workshops?done{section}"))
}
