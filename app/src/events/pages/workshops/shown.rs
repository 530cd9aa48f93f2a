//! From workshops to what is shown of them, and from forms to what use cases take.

use backend::workshops::WorkshopInput;
use domain::{
    Bilingual,
    events::Event,
    workshops::{Pick, RawWorkshop, Seating, Seats, Workshop},
};
use words::{local_of, span};

use crate::{
    page::{Ctx, prose},
    workshops::views::{WorkshopForm, WorkshopLineView, WorkshopView, WorkshopsView},
};

/// An event's workshops as somebody sees them who has chosen these.
pub(crate) fn shown_to(
    ctx: &Ctx,
    event: &Event,
    seating: &Seating,
    picks: &[Pick],
) -> Vec<WorkshopView> {
    let workshops = event.programme.on();
    workshops
        .map(|workshop| {
            let seats = seating.of(workshop.number);
            let pick = picks.iter().find(|pick| pick.workshop == workshop.number);
            WorkshopView {
                picked: match pick {
                    Some(pick) if pick.waits => "wait".to_owned(),
                    Some(_) => "place".to_owned(),
                    None => String::new(),
                },
                ..view_of(ctx, event, workshop, seats)
            }
        })
        .collect()
}

fn view_of(ctx: &Ctx, event: &Event, workshop: &Workshop, seats: Seats) -> WorkshopView {
    let words = ctx.words;
    let zone = &event.schedule.zone;
    WorkshopView {
        number: workshop.number,
        title: workshop.title.shown(words.0).to_owned(),
        when: span(words, workshop.starts_at, workshop.ends_at, zone),
        place: workshop.place.clone(),
        about: prose(workshop.text.shown(words.0), 4),
        has_places: workshop.places_free(seats) != Some(0),
        picked: String::new(),
        is_open: workshop.is_open(ctx.desk.now()),
    }
}

impl WorkshopsView {
    pub(crate) fn of(ctx: &Ctx, event: &Event, seating: &Seating) -> Self {
        let zone = &event.schedule.zone;
        let local = |at| local_of(at, zone);
        let line = |workshop: &Workshop| {
            let seats = seating.of(workshop.number);
            WorkshopLineView {
                workshop: view_of(ctx, event, workshop, seats),
                taken: seats.taken,
                guests: seats.guests,
                waiting: seats.waiting,
                form: WorkshopForm {
                    starts: local(workshop.starts_at),
                    ends: local(workshop.ends_at),
                    ..form_of(workshop)
                },
            }
        };
        Self {
            lines: event.programme.on().map(line).collect(),
            new: WorkshopForm {
                starts: local(event.schedule.starts_at),
                ends: local(event.schedule.ends_at),
                ..WorkshopForm::default()
            },
        }
    }
}

fn form_of(workshop: &Workshop) -> WorkshopForm {
    let Workshop {
        number,
        title,
        place,
        text,
        capacity,
        ..
    } = workshop.clone();
    WorkshopForm {
        number,
        title: title.main,
        title_en: title.english,
        place,
        capacity: capacity.map_or(String::new(), |capacity| capacity.to_string()),
        more: text.main,
        more_en: text.english,
        ..WorkshopForm::default()
    }
}

impl From<WorkshopForm> for WorkshopInput {
    fn from(form: WorkshopForm) -> Self {
        Self {
            raw: RawWorkshop {
                title: Bilingual {
                    main: form.title,
                    english: form.title_en,
                },
                place: form.place,
                text: Bilingual {
                    main: form.more,
                    english: form.more_en,
                },
                capacity: form.capacity,
            },
            starts: form.starts,
            ends: form.ends,
        }
    }
}
