//! From events to what is shown of them.

use backend::events::{AnswersByDay, DayOfAnswers, Figures, PlanInput};
use domain::events::{Event, EventText, Step};
use words::{Words, local_of, show};

use crate::{
    events::views::{AnswersView, EventForm, EventView, FiguresView},
    page::Ctx,
};

impl FiguresView {
    fn new(event: &Event, figures: Figures) -> Self {
        Self {
            standings: figures.standings,
            invited: figures.invited,
            taken: event.taken,
            capacity: event.capacity,
            mails_waiting: figures.mails_waiting,
            mails_failed: figures.mails_failed,
        }
    }
}

impl AnswersView {
    /// What is shown of the days.
    pub(crate) fn of(ctx: &Ctx, answers: &AnswersByDay) -> Self {
        let days = &answers.days;
        let date = |day: &DayOfAnswers| show(ctx.words.0, day.at, &answers.zone).date;
        Self {
            days: days.iter().map(date).collect(),
            yes: days.iter().map(|day| day.yes).collect(),
            no: days.iter().map(|day| day.no).collect(),
        }
    }
}

impl EventView {
    /// What is shown of an event.
    pub(crate) fn of(ctx: &Ctx, event: &Event, figures: Figures) -> Self {
        let words = ctx.words;
        let schedule = &event.schedule;
        let starts = show(words.0, schedule.starts_at, &schedule.zone);
        let now = ctx.desk.now();
        let moment = |at| {
            let shown = show(words.0, at, &schedule.zone);
            words.with(
                "date-and-time",
                [("date", shown.date.into()), ("time", shown.time.into())],
            )
        };
        let local = |at| local_of(at, &schedule.zone);
        let until_start = event.answer_until == schedule.starts_at;
        let possible = |step: &Step| step.is_possible(event, now);
        Self {
            id: event.id.to_string(),
            title: event.title(words.0).to_owned(),
            place: event.place(words.0).to_owned(),
            written: [
                event.text.title.clone(),
                event.text.place.clone(),
                event.text.description.clone(),
            ],
            public_url: format!("{}/e/{}", ctx.desk.settings().base_url, event.slug),
            when: when_of(words, event),
            tile: [starts.weekday, starts.day, starts.month],
            starts: local(schedule.starts_at),
            ends: local(schedule.ends_at),
            zone: schedule.zone.clone(),
            admission: event.admission.code().to_owned(),
            stage: event.stage(now).code().to_owned(),
            companions_max: event.companions_max,
            offer_hours: event.offer_hours,
            rules: event.rules,
            opens: event.opens_at.map_or(String::new(), moment),
            opens_at: event.opens_at.map_or(String::new(), local),
            answer_until: moment(event.answer_until),
            answer_until_at: if until_start {
                String::new()
            } else {
                local(event.answer_until)
            },
            days_left: event.days_left(now),
            is_early: event.is_early(now),
            archived: event.archived_at.is_some(),
            steps: Step::ALL
                .into_iter()
                .filter(possible)
                .map(|step| step.code().to_owned())
                .collect(),
            questions: event.questions.questions.len(),
            workshops: event.programme.on().count(),
            delete_on: show(words.0, event.delete_after, &schedule.zone).date,
            takes_answers: event.takes_answers(now),
            figures: FiguresView::new(event, figures),
        }
    }
}

/// "Do., 12. März 2027, 18:00–21:00 Uhr (MEZ)".
fn when_of(words: Words, event: &Event) -> String {
    let schedule = &event.schedule;
    let starts = show(words.0, schedule.starts_at, &schedule.zone);
    let ends = show(words.0, schedule.ends_at, &schedule.zone);
    let key = if starts.date == ends.date {
        "when-one-day"
    } else {
        "when-days"
    };
    words.with(
        key,
        [
            ("weekday", starts.weekday.into()),
            ("date", starts.date.into()),
            ("time", starts.time.into()),
            ("endweekday", ends.weekday.into()),
            ("enddate", ends.date.into()),
            ("endtime", ends.time.into()),
            ("zone", starts.zone.into()),
        ],
    )
}

impl From<EventForm> for PlanInput {
    fn from(form: EventForm) -> Self {
        Self {
            text: EventText {
                title: form.title,
                place: form.place,
                description: form.description,
            },
            starts: form.starts,
            ends: form.ends,
            zone: form.zone,
            admission: form.admission,
            capacity: form.capacity,
            companions: form.companions,
            offer_hours: form.offer_hours,
            rules: form.rules,
            opens: form.opens,
            answer_until: form.answer_until,
            from: form.from.parse().ok(),
            // Without a key of its own a form is its own key: it cannot be recognised as sent before.
            request_key: form
                .request_key
                .parse()
                .unwrap_or_else(|_| uuid::Uuid::from_bytes(backend::chance::make_bytes())),
        }
    }
}
