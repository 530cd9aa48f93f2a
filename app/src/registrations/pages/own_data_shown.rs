//! From what is held about somebody to what is shown of it.

use backend::rights::{Deed, HeldMail, Holding, OwnData};
use domain::people::EmailAddress;
use words::{replies, show};

use crate::{
    events::views::EventView,
    page::Ctx,
    rights::views::{HoldingView, OwnDataView},
};

impl OwnDataView {
    /// Everything that is held, in words.
    pub fn of(ctx: &Ctx, data: &OwnData) -> Self {
        Self {
            organiser: data.organiser.clone(),
            person: data.person.to_string(),
            objects: data
                .objects_since
                .map_or_else(String::new, |since| ctx.day(since)),
            until: ctx.moment(data.until),
            holdings: data
                .holdings
                .iter()
                .map(|holding| HoldingView::of(ctx, holding))
                .collect(),
        }
    }
}

impl HoldingView {
    fn of(ctx: &Ctx, holding: &Holding) -> Self {
        let event = &holding.event;
        let shown = EventView::of(ctx, event, backend::events::Figures::default());
        let mail = |mail: &HeldMail| {
            let at = mail.sent_at.unwrap_or(mail.queued_at);
            (ctx.t(&format!("mail-kind-{}", mail.kind)), ctx.moment(at))
        };
        let deed = |deed: &Deed| {
            (
                ctx.t(&format!("action-{}", deed.action.replace('.', "-"))),
                ctx.actor(deed.actor_kind, ""),
                ctx.moment(deed.at),
            )
        };
        Self {
            title: shown.title,
            when: shown.when,
            delete_on: show(ctx.words.0, event.delete_after, &event.schedule.zone).date,
            facts: facts(ctx, holding),
            mails: holding.mails.iter().map(mail).collect(),
            deeds: holding.deeds.iter().map(deed).collect(),
        }
    }
}

/// Names and values; what is empty is not held.
fn facts(ctx: &Ctx, holding: &Holding) -> Vec<(String, String)> {
    let (guest, event) = (&holding.guest, &holding.event);
    let details = &guest.file.details;
    let companions = guest.file.answers.companions.iter();
    let companions: Vec<&str> = companions
        .map(String::as_str)
        .filter(|name| !name.is_empty())
        .collect();
    let email = details.email.as_ref().map_or("", EmailAddress::as_str);
    let standing = ctx.t(&format!("standing-{}", guest.standing().code()));
    let places = match guest.places {
        0 => String::new(),
        places => places.to_string(),
    };
    let known = [
        ("guests-name", details.full_name()),
        ("field-email", email.to_owned()),
        ("field-tel", details.phone.clone()),
        ("field-organization", details.company.clone()),
        ("field-organization-title", details.position.clone()),
        ("own-data-listed", ctx.moment(guest.listed_at)),
        ("guests-standing", standing),
        ("guests-places", places),
        ("guests-companions", companions.join(", ")),
        ("field-message", guest.file.answers.message.clone()),
        ("guests-workshops", holding.workshops.join(", ")),
        ("guests-tags", holding.tags.join(", ")),
    ];
    let said = replies(
        ctx.words,
        &event.questions,
        &holding.replies,
        &event.schedule.zone,
    );
    let mut facts: Vec<(String, String)> = known
        .into_iter()
        .map(|(key, value)| (ctx.t(key), value))
        .chain(said)
        .collect();
    facts.retain(|(_, value)| !value.is_empty());
    facts
}
