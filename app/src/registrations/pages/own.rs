//! The own page of a participant: how it stands, and the way to change it.

use leptos::{children::ViewFnOnce, prelude::*};
use words::Words;

use super::{
    confirm::confirm_card,
    event_card::EventGlance,
    invited::{answer_fields, answer_form, wait_instead},
    sections::{Colours, Sections},
    waiting::{offer_card, request_card, waiting_card},
};
use crate::{
    error::ApiError,
    events::pages::workshops::workshop_list,
    page::{Ctx, Pairs, form, load, page_param, param, participant},
    registrations::{
        api,
        views::{AnswerForm, InvitationView, TicketView},
    },
    ui::{Button, ButtonKind, Card, Details, Icon, LinkButton, QrCode, TicketCard},
};

/// Standing, calendar, change, cancel.
#[component]
pub fn OwnPage() -> impl IntoView {
    let token = page_param("token");
    load(|ctx| async move {
        let shown = api::load_invitation(token.clone()).await?;
        let words = ctx.words;
        let organiser = shown.organiser.clone();
        let key = match shown.guest.standing.as_str() {
            "listed" => "open",
            standing => standing,
        };
        let title = words.with(
            &format!("own-greeting-{key}"),
            [("name", shown.called().into())],
        );
        let inner = ctx.clone();
        Ok(participant(&ctx, title.clone(), &organiser, move || {
            let page = shown.page.clone();
            view! {
                <div class="stack stack-wide">
                    {ticket(&inner, title, &token, &shown)}
                    {companions(words, &shown.tickets)}
                    {confirm_card(&inner, &token, &shown)}
                    {offer_card(words, &token, &shown)}
                    {waiting_card(words, &token, &shown)}
                    {request_card(words, &token, &shown)}
                    {change_card(&inner, &token, &shown)}
                    {cancel_card(&inner, &token, &shown)}
                    <p><a href=format!("/m/{token}/data")>{words.get("own-data-title")}</a></p>
                    {objection(words, &shown)}
                    <Sections words=words page=page.clone()/>
                    <Colours href=page.colours/>
                </div>
            }
            .into_any()
        }))
    })
}

fn ticket(ctx: &Ctx, title: String, token: &str, shown: &InvitationView) -> impl IntoView + use<> {
    let words = ctx.words;
    let coming = shown.guest.standing == "accepted";
    let icon = if coming {
        "circle-check"
    } else {
        "calendar-days"
    };
    let settles = if ctx.query.find("answered").is_some() {
        "ticket-settles"
    } else {
        ""
    };
    let event_title = shown.event.title.clone();
    let next = coming.then(|| {
        let companions = shown.guest.places.saturating_sub(1);
        let with = words.with("own-places", [("companions", companions.into())]);
        let paper = (!shown.tickets.is_empty()).then(|| {
            let href = format!("/m/{token}/tickets.pdf");
            let count = shown.tickets.len();
            let label = words.with("own-paper", [("count", count.into())]);
            view! { <LinkButton href=href kind=ButtonKind::Quiet icon="ticket" download="tickets.pdf">{label}</LinkButton> }
        });
        view! {
            <p>{with}</p>
            <p>{words.get("own-mail-sent")}</p>
            <div class="actions">
                <LinkButton
                    href=format!("/m/{token}/calendar.ics") kind=ButtonKind::Quiet icon="calendar-plus" download="event.ics"
                >
                    {words.get("own-calendar")}
                </LinkButton>
                {paper}
            </div>
        }
    });
    let workshops = workshop_list(words, "workshops-own", &shown.picked());
    // Whoever came in without choosing, or before there was anything to choose.
    let can_choose = coming
        && shown.event.takes_answers
        && shown.picked().is_empty()
        && shown.workshops.iter().any(|workshop| workshop.is_open);
    let choose = can_choose.then(|| view! { <p>{words.get("workshops-choose-later")}</p> });
    let event = shown.event.clone();
    let inside = move || {
        view! {
            <div class="stack">
                <Icon name=icon class="moment-picture"/>
                <h1 class="moment">{title}</h1>
                <p><strong>{event_title}</strong></p>
                <EventGlance words=words event=event/>
                {workshops}
                {choose}
                {next}
            </div>
        }
    };
    match shown.tickets.first().cloned() {
        Some(own) => {
            let stub = ViewFnOnce::from(move || code(words, own));
            view! { <TicketCard class=settles stub=stub>{inside()}</TicketCard> }.into_any()
        }
        None => view! { <TicketCard class=settles>{inside()}</TicketCard> }.into_any(),
    }
}

/// The code of a ticket, for a camera and to be read out.
fn code(words: Words, ticket: TicketView) -> impl IntoView {
    let label = words.with("ticket-code", [("name", (&ticket.holder).into())]);
    view! {
        <div class="paper ticket-code"><QrCode label=label side=ticket.side path=ticket.path/></div>
        <p class="ticket-text">{ticket.code}</p>
    }
}

/// The tickets of the companions, each to be handed on.
fn companions(words: Words, tickets: &[TicketView]) -> Option<impl IntoView + use<>> {
    let tickets: Vec<TicketView> = tickets.iter().skip(1).cloned().collect();
    (!tickets.is_empty()).then(|| {
        let cards = tickets
            .into_iter()
            .map(|ticket| {
                let holder = ticket.holder.clone();
                let stub = ViewFnOnce::from(move || code(words, ticket));
                view! {
                    <TicketCard stub=stub><p class="lead">{holder}</p></TicketCard>
                }
            })
            .collect_view();
        view! {
            <section class="stack">
                <h2>{words.get("own-companions")}</h2>
                <p>{words.get("own-companions-text")}</p>
                {cards}
            </section>
        }
    })
}

fn change_card(ctx: &Ctx, token: &str, shown: &InvitationView) -> impl IntoView + use<> {
    let words = ctx.words;
    let standing = shown.guest.standing.as_str();
    let can = shown.event.takes_answers && !matches!(standing, "unconfirmed" | "refused");
    can.then(|| {
        let action = format!("/m/{token}");
        let key = match standing {
            "accepted" | "waiting" | "offered" | "requested" => "own-change",
            _ => "own-answer",
        };
        let wait = wait_instead(ctx, shown);
        let problem = form(ctx);
        let fields = answer_fields(ctx, shown);
        let open = ctx.form.sent;
        view! {
            <Card title=words.get(key)>
                {problem}
                <Details summary=words.get("own-change-open") open=open class="details-plain">
                    <form method="post" action=action class="form">
                        {fields}
                        <div class="actions"><Button>{words.get("save")}</Button>{wait}</div>
                    </form>
                </Details>
            </Card>
        }
    })
}

fn cancel_card(ctx: &Ctx, token: &str, shown: &InvitationView) -> impl IntoView + use<> {
    let words = ctx.words;
    let can = shown.guest.standing == "accepted"
        && shown.event.stage != "past"
        && shown.event.stage != "cancelled";
    can.then(|| {
        let action = format!("/m/{token}");
        view! {
            <Card title=words.get("own-cancel")>
                <form method="post" action=action class="stack">
                    <p>{words.get("own-cancel-text")}</p>
                    <div class="actions">
                        <Button kind=ButtonKind::Danger name="do" value="cancel">{words.get("own-cancel-do")}</Button>
                    </div>
                </form>
            </Card>
        }
    })
}

/// What the forms of the page do.
pub async fn change(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let token = param(&path, 0)?;
    match pairs.get("do") {
        "confirm" => {
            api::confirm_registration(token.clone()).await?;
            return Ok(format!("/m/{token}?answered"));
        }
        "take" => {
            api::take_offer(token.clone()).await?;
            return Ok(format!("/m/{token}?answered"));
        }
        "discard" => {
            let page = api::load_invitation(token.clone()).await?.event.public_url;
            api::discard_registration(token).await?;
            let slug = page.rsplit('/').next().unwrap_or_default();
            return Ok(format!("/e/{slug}/thanks?discarded"));
        }
        _ => {}
    }
    let form = if pairs.get("do") == "cancel" {
        let message = api::load_invitation(token.clone()).await?.guest.message;
        AnswerForm {
            answer: "no".to_owned(),
            message,
            ..AnswerForm::default()
        }
    } else {
        answer_form(&pairs)
    };
    api::answer_invitation(token.clone(), form).await?;
    Ok(format!("/m/{token}?answered"))
}

/// The way to no more invitations, for who can get any.
fn objection(words: Words, shown: &InvitationView) -> Option<impl IntoView + use<>> {
    let href = Some(shown.objection.clone()).filter(|href| !href.is_empty())?;
    Some(view! { <p><a href=href>{words.get("objection-title")}</a></p> })
}
