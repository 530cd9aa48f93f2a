//! The cockpit of an event.

use domain::{access::Action, events::Step as LifeStep};
use leptos::prelude::*;

use super::{
    answers::answers,
    follow_up::follow_up,
    line::{stage_kind, stage_word},
    steering::steering,
};
use crate::{
    error::ApiError,
    events::{
        api,
        live_figures::{FigureLabels, LiveFigures, shown_standings},
        views::EventView,
    },
    mailings::{api::untold_news, pages::untold},
    page::{Ctx, Pairs, event_tabs, form, load, organiser, page_param, param},
    ui::{
        Button, Card, CopyField, FlashNotice, LinkButton, Notice, NoticeKind, PageHeader,
        StatusBadge, Step, StepState, Steps,
    },
};

/// Figures, what is next, and the facts.
#[component]
pub fn EventPage() -> impl IntoView {
    let event = page_param("event");
    load(|ctx| async move {
        let event = api::load_event(event).await?;
        let words = ctx.words;
        let may_tell = ctx.may_at(&event.id, Action::SendMailings);
        let news = if may_tell {
            untold_news(event.id.clone()).await?
        } else {
            None
        };
        let shown = api::event_answers(event.id.clone()).await?;
        let may_plan = ctx.may_at(&event.id, Action::PlanEvents);
        let title = event.title.clone();
        let inner = ctx.clone();
        Ok(organiser(&ctx, title.clone(), move || {
            let (kind, stage) = (stage_kind(&event), stage_word(words, &event));
            let badge = move || view! { <StatusBadge kind=kind word=stage/> };
            let steps = LifeStep::ALL.map(LifeStep::code);
            let done = inner.query.one_of("done", &steps).map(|step| {
                view! { <FlashNotice message=words.get(&format!("event-done-{step}"))/> }
            });
            let tabs = event_tabs(&inner, &event.id, "");
            view! {
                <PageHeader
                    title=title lead=event.when.clone() back_href="/app/events" back_label=words.get("nav-events")
                    badge=badge
                />
                {tabs}
                {done}
                {form(&inner)}
                <div class="stack stack-wide">
                    <LiveFigures event=event.id.clone() start=event.figures labels=labels(&inner)/>
                    {mails(&inner, &event)}
                    {answers(words, shown)}
                    {news.map(|news| untold(&inner, &event, &news))}
                    {may_plan.then(|| next_steps(&inner, &event))}
                    {facts(&inner, &event)}
                    {may_plan.then(|| steering(&inner, &event))}
                </div>
            }
            .into_any()
        }))
    })
}

fn labels(ctx: &Ctx) -> FigureLabels {
    let t = |key: &str| ctx.t(key);
    FigureLabels {
        strip: t("figures-label"),
        invited: t("figure-invited"),
        standings: shown_standings()
            .map(|standing| {
                let code = standing.code();
                (code.to_owned(), t(&format!("standing-{code}")))
            })
            .collect(),
        places: t("figure-places"),
    }
}

fn mails(ctx: &Ctx, event: &EventView) -> impl IntoView + use<> {
    let words = ctx.words;
    let failed = event.figures.mails_failed;
    let waiting = event.figures.mails_waiting;
    if failed > 0 {
        let text = words.with("mails-failed", [("count", failed.into())]);
        Some(view! { <Notice kind=NoticeKind::Bad><p>{text}</p></Notice> })
    } else if waiting > 0 && !ctx.mailbox {
        let text = words.with("mails-waiting", [("count", waiting.into())]);
        Some(view! { <Notice kind=NoticeKind::Info><p>{text}</p></Notice> })
    } else {
        None
    }
}

/// The steps to the first answers; when all are done, what follows.
fn next_steps(ctx: &Ctx, event: &EventView) -> AnyView {
    let words = ctx.words;
    let figures = event.figures;
    let base = format!("/app/events/{}", event.id);
    let people = figures.standings.all();
    // An open event needs neither a list nor invitations.
    let is_open = event.admission == "open";
    let done = [
        (true, "step-plan", "/edit"),
        (people > 0 || is_open, "step-guests", "/import"),
        (event.stage != "draft", "step-publish", ""),
        (figures.invited > 0 || is_open, "step-invite", "/invitation"),
    ];
    let current = done.iter().position(|(done, _, _)| !done);
    if current.is_none() {
        return follow_up(ctx, event);
    }
    let steps = done
        .into_iter()
        .enumerate()
        .map(|(at, (done, key, path))| {
            let state = match (done, Some(at) == current) {
                (true, _) => StepState::Done,
                (false, true) => StepState::Current,
                (false, false) => StepState::Next,
            };
            Step::new(words.get(key), state).href(format!("{base}{path}"))
        })
        .collect();
    let action = match (event.stage.as_str(), current) {
        _ if event.archived => ().into_any(),
        ("past" | "cancelled", _) | (_, None) => ().into_any(),
        (_, Some(1)) if event.admission == "invitation" => {
            view! { <LinkButton href=format!("{base}/import") icon="upload">{words.get("step-guests-do")}</LinkButton> }
                .into_any()
        }
        ("draft", _) => view! {
            <form method="post" action=base.clone()>
                <Button icon="send" name="do" value="publish">{words.get("event-publish")}</Button>
            </form>
        }
        .into_any(),
        _ => view! { <LinkButton href=format!("{base}/invitation") icon="mail">{words.get("step-invite-do")}</LinkButton> }
            .into_any(),
    };
    view! {
        <Card title=words.get("event-next")>
            <div class="stack">
                <Steps label=words.get("event-next") steps=steps/>
                <div class="actions">{action}</div>
            </div>
        </Card>
    }
    .into_any()
}

fn facts(ctx: &Ctx, event: &EventView) -> impl IntoView + use<> {
    let words = ctx.words;
    let EventView {
        place,
        admission,
        companions_max,
        offer_hours,
        rules,
        opens,
        answer_until,
        delete_on,
        ..
    } = event.clone();
    let places = event.figures.capacity.map_or_else(
        || words.get("event-no-limit"),
        |capacity| capacity.to_string(),
    );
    let waiting_list = offer_hours.map(|hours| {
        let offer = words.with("event-offer-hours", [("hours", hours.into())]);
        view! { <dt>{words.get("event-waiting-list")}</dt><dd>{offer}</dd> }
    });
    let by_approval = rules.by_approval.then(|| words.get("field-by-approval"));
    let maybe = rules.maybe.then(|| words.get("field-maybe"));
    let rules: Vec<String> = by_approval.into_iter().chain(maybe).collect();
    let rules = (!rules.is_empty())
        .then(|| view! { <dt>{words.get("event-rules")}</dt><dd>{rules.join(" · ")}</dd> });
    let link = if event.stage == "draft" {
        view! { <p class="cell-sub">{words.get("event-link-when-published")}</p> }.into_any()
    } else {
        view! {
            <CopyField label=words.get("event-link") name="public-url" value=event.public_url.clone()/>
            <p><a href=event.public_url.clone()>{words.get("event-link-open")}</a></p>
        }
        .into_any()
    };
    view! {
        <Card title=words.get("event-facts")>
            <dl class="facts">
                <dt>{words.get("event-place")}</dt><dd>{place}</dd>
                <dt>{words.get("event-admission")}</dt><dd>{words.get(&format!("admission-{admission}"))}</dd>
                <dt>{words.get("event-capacity")}</dt><dd>{places}</dd>
                <dt>{words.get("event-companions")}</dt><dd>{companions_max}</dd>
                {waiting_list}
                {rules}
                {(!opens.is_empty()).then(|| view! { <dt>{words.get("event-opens")}</dt><dd>{opens}</dd> })}
                <dt>{words.get("event-answer-until")}</dt><dd>{answer_until}</dd>
                <dt>{words.get("event-delete-on")}</dt><dd>{delete_on}</dd>
            </dl>
            {link}
        </Card>
    }
}

/// What the buttons for an event as a whole do.
pub async fn take_step(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let event = param(&path, 0)?;
    let step = pairs.text("do");
    api::take_step(event.clone(), step.clone()).await?;
    Ok(format!("/app/events/{event}?done={step}"))
}
