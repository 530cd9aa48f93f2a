//! What can be done with several guests at once.

use domain::{access::Action, guests::Standing};
use leptos::prelude::*;
use words::Words;

use super::asked::Asked;
use crate::{
    error::ApiError,
    events::views::EventView,
    guests::{
        api,
        views::{ChosenForm, GuestView},
    },
    mailings::api::send_letter_to,
    page::{Ctx, Pairs, param},
    registrations::{
        api::{admit_guests, refuse_guests},
        views::AdmittedView,
    },
    tags::{
        api::{tag_guests, untag_guests},
        views::TagView,
    },
    ui::{Button, ButtonKind, CheckboxField, Details, FlashNotice, TextArea, TextField},
};

/// What can be done, as the address of the list says afterwards that it was done.
const DEEDS: [&str; 7] = ["tag", "untag", "invite", "remind", "admit", "refuse", "off"];

/// Whether somebody can pick guests at all.
pub(super) fn may_pick(ctx: &Ctx, event: &str) -> bool {
    let may = |action| ctx.may_at(event, action);
    may(Action::EditGuests) || may(Action::SendMailings) || may(Action::TakeOffGuests)
}

/// The box that picks a guest.
pub(super) fn pick(ctx: &Ctx, guest: &GuestView) -> impl IntoView + use<> {
    let name = [("name", (&guest.full_name).into())];
    let label = ctx.words.with("guests-pick", name);
    let checked = ctx.form.values.all("guest").any(|id| id == guest.id);
    view! {
        <input class="choice-box" type="checkbox" name="guest" value=guest.id.clone() aria-label=label checked=checked/>
    }
}

/// The table in a form, with a bar that comes up as soon as somebody is picked.
pub(super) fn bulk(
    ctx: &Ctx,
    event: &EventView,
    asked: &Asked,
    tags: &[TagView],
    has_more: bool,
    table: AnyView,
) -> AnyView {
    if !may_pick(ctx, &event.id) {
        return table;
    }
    let words = ctx.words;
    let whole = view! {
        <label class="pick pick-page" data-select-page hidden>
            <input class="choice-box" type="checkbox"/>
            <span>{words.get("guests-pick-page")}</span>
        </label>
    };
    // Who is found by name is a page or two, and the name stands sealed in the address.
    let can_all = has_more && asked.search.is_empty();
    let all = can_all.then(|| {
        let label = match total(event, asked, tags) {
            Some(count) => words.with("guests-pick-all", [("count", count.into())]),
            None => words.get("guests-pick-all-shown"),
        };
        let checked = !ctx.form.values.get("all").is_empty();
        view! { <CheckboxField name="all" value="1" label=label checked=checked/> }
    });
    let hidden = [
        ("standing", &asked.standing),
        ("tag", &asked.tag),
        ("workshop", &asked.workshop),
        ("search", &asked.search),
    ]
    .map(|(name, value)| view! { <input type="hidden" name=name value=value.clone()/> })
    .collect_view();
    view! {
        <form method="post" action=asked.href() class="bulk" data-select>
            {hidden}
            {whole}
            <p class="sr-only" data-selected=words.get("guests-picked") aria-live="polite"></p>
            {table}
            <fieldset class="bulk-bar">
                <legend class="sr-only">{words.get("guests-bulk")}</legend>
                <div class="bulk-who">
                    <p data-selected=words.get("guests-picked") aria-hidden="true"></p>
                    {all}
                </div>
                {tag_fields(ctx, &event.id, tags)}
                {requests(ctx, event, asked)}
                {other_deeds(ctx, event, asked)}
            </fieldset>
        </form>
    }
    .into_any()
}

/// How many the list shows on all its pages, where that is known.
fn total(event: &EventView, asked: &Asked, tags: &[TagView]) -> Option<u32> {
    if !asked.workshop.is_empty() {
        return None;
    }
    let figures = event.figures;
    match (asked.standing.as_str(), asked.tag.as_str()) {
        ("", "") => Some(figures.standings.all()),
        ("invited", "") => Some(figures.invited),
        (standing, "") => standing.parse().ok().map(|standing| figures.of(standing)),
        ("", tag) => tags
            .iter()
            .find(|known| known.id == tag)
            .map(|tag| tag.guests),
        _ => None,
    }
}

fn tag_fields(ctx: &Ctx, event: &str, tags: &[TagView]) -> impl IntoView + use<> {
    let (words, form) = (ctx.words, &ctx.form);
    let may = ctx.may_at(event, Action::EditGuests);
    let options: Vec<_> = tags
        .iter()
        .map(|tag| view! { <option value=tag.name.clone()></option> })
        .collect();
    let (value, error) = (form.value("tag-name", ""), form.error(words, "tag-name"));
    may.then(|| {
        view! {
            <div class="bulk-tag">
                <TextField
                    label=words.get("field-tag-name") name="tag-name" value=value error=error list="tags" autocomplete="off"
                    maxlength=40
                />
                <datalist id="tags">{options}</datalist>
                <Button name="do" value="tag" icon="tag">{words.get("guests-tag")}</Button>
                <Button kind=ButtonKind::Quiet name="do" value="untag">{words.get("guests-untag")}</Button>
            </div>
        }
    })
}

/// For those who have asked for a place; shown when somebody has.
fn requests(ctx: &Ctx, event: &EventView, asked: &Asked) -> impl IntoView + use<> {
    let (words, form) = (ctx.words, &ctx.form);
    let shown = matches!(asked.standing.as_str(), "" | "requested" | "refused");
    let of = |standing| event.figures.of(standing) > 0;
    let can_refuse = of(Standing::Requested) && asked.standing != "refused";
    let anybody = shown && (of(Standing::Requested) || of(Standing::Refused));
    let is_on = !matches!(event.stage.as_str(), "past" | "cancelled");
    let (word, error) = (form.value("word", ""), form.error(words, "word"));
    let open = !error.is_empty();
    (anybody && is_on && ctx.may_at(&event.id, Action::EditGuests)).then(|| {
        let refuse = can_refuse.then(|| refusal(words, "guests-refuse", open, word, error));
        view! {
            <div class="bulk-more">
                <Button name="do" value="admit" icon="user-check">{words.get("guests-admit")}</Button>
                {refuse}
            </div>
        }
    })
}

/// The word to whose request is refused, and the button.
pub(super) fn refusal(
    words: Words,
    summary: &str,
    open: bool,
    word: String,
    error: String,
) -> impl IntoView + use<> {
    view! {
        <Details summary=words.get(summary) open=open class="details-plain">
            <div class="stack">
                <TextArea
                    label=words.get("field-word") name="word" value=word error=error rows=3
                    hint=words.get("guests-refuse-hint") optional=words.get("optional") maxlength=1_000
                />
                <div class="actions">
                    <Button kind=ButtonKind::Danger name="do" value="refuse">{words.get("guests-refuse-do")}</Button>
                </div>
            </div>
        </Details>
    }
}

fn other_deeds(ctx: &Ctx, event: &EventView, asked: &Asked) -> impl IntoView + use<> {
    let words = ctx.words;
    // Who asks for a place, or was refused one, gets no letter.
    let gets_letters = !matches!(asked.standing.as_str(), "requested" | "refused");
    let may_write = gets_letters && ctx.may_at(&event.id, Action::SendMailings);
    let can_invite = may_write && event.stage == "published";
    let invite = can_invite.then(|| {
        view! {
            <Button kind=ButtonKind::Quiet name="do" value="invite" icon="send">{words.get("guests-invite")}</Button>
        }
    });
    let can_remind = may_write && event.takes_answers;
    let remind = can_remind.then(|| {
        view! {
            <Button kind=ButtonKind::Quiet name="do" value="remind" icon="clock">{words.get("guests-remind")}</Button>
        }
    });
    let off = ctx.may_at(&event.id, Action::TakeOffGuests).then(|| {
        view! {
            <Details summary=words.get("guest-off") class="details-plain">
                <div class="stack">
                    <p>{words.get("guests-off-text")}</p>
                    <div class="actions">
                        <Button kind=ButtonKind::Danger name="do" value="off">{words.get("guests-off-do")}</Button>
                    </div>
                </div>
            </Details>
        }
    });
    view! { <div class="bulk-more">{invite}{remind}{off}</div> }
}

/// What was done, and with how many.
pub(super) fn done(ctx: &Ctx) -> impl IntoView + use<> {
    let number = |name| ctx.query.get(name).parse::<u32>().unwrap_or(0);
    let facts = ["count", "wait", "left"].map(|name| (name, number(name).into()));
    ctx.query.one_of("done", &DEEDS).map(|deed| {
        let message = ctx.words.with(&format!("guests-done-{deed}"), facts);
        view! { <FlashNotice message=message/> }
    })
}

/// What the forms of the list do: search, or something with those who are picked.
pub async fn decide(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let event = param(&path, 0)?;
    let asked = Asked::of(&event, &pairs);
    let Some(deed) = pairs.one_of("do", &DEEDS) else {
        let search = api::ask_guests(event, pairs.text("search")).await?;
        return Ok(Asked { search, ..asked }.href());
    };
    let chosen = ChosenForm {
        guests: pairs.all("guest").map(str::to_owned).collect(),
        all: !pairs.get("all").is_empty() && asked.search.is_empty(),
        standing: asked.standing.clone(),
        tag: asked.tag.clone(),
        workshop: asked.workshop.clone(),
    };
    if deed == "admit" {
        let AdmittedView { come, wait, left } = admit_guests(event, chosen).await?;
        let here = with(&asked.after(""), deed, come);
        return Ok(format!("{here}&wait={wait}&left={left}"));
    }
    let tag = pairs.text("tag-name");
    let count = match deed {
        "tag" => tag_guests(event, chosen, tag).await?,
        "untag" => untag_guests(event, chosen, tag).await?,
        "invite" => send_letter_to(event, String::new(), chosen).await?,
        "refuse" => refuse_guests(event, chosen, pairs.text("word")).await?,
        "remind" => send_letter_to(event, "reminder".to_owned(), chosen).await?,
        _ => api::take_off_chosen(event, chosen).await?,
    };
    // Fewer are shown now, and this page may be empty: back to the first.
    let here = match deed {
        "off" | "invite" | "untag" | "refuse" => asked.after(""),
        _ => asked.href(),
    };
    Ok(with(&here, deed, count))
}

/// The address of a list that says what was done.
fn with(here: &str, deed: &str, count: u32) -> String {
    let sign = if here.contains('?') { '&' } else { '?' };
    format!("{here}{sign}done={deed}&count={count}")
}
