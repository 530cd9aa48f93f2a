//! Who replied what, question by question.

use std::collections::HashMap;

use domain::{
    access::act,
    events::Event,
    guests::{Guest, Standing},
    ids::{EventId, GuestId},
    questions::{Question, Reply, Said},
};

use crate::{
    Failure,
    access::Permit,
    desk::{Change, Desk},
    events,
    guests::{self, GuestFilter},
    replies,
};

/// Guests read at a time.
const BATCH: usize = 2_000;
/// The most different replies of one question, and the most names of one reply, that are told.
const TOLD_MAX: usize = 500;

/// The same reply of several guests.
pub struct SameReply {
    /// What was said; of several choices one.
    pub said: Said,
    /// How many said it.
    pub count: u32,
    /// Who said it, the first few hundred.
    pub guests: Vec<(GuestId, String)>,
}

/// The replies to one question.
pub struct QuestionReplies {
    /// The question.
    pub question: Question,
    /// What was said: choices in their order, the rest as it came.
    pub said: Vec<SameReply>,
    /// How many who come did not say anything.
    pub silent: u32,
    /// How many guests said something else, which is not told because there is too much of it.
    pub untold: u32,
    /// The sum, of numbers.
    pub sum: i64,
}

/// What those who come replied to the event's questions; the log tells who looked. Special categories are in it for whoever
/// may see them (`special`).
pub async fn see_replies(
    desk: &Desk,
    permit: &Permit<act::SeeGuests>,
    special: Option<&Permit<act::SeeSpecialReplies>>,
    event: EventId,
) -> Result<(Event, Vec<QuestionReplies>), Failure> {
    let mut tx = desk.open(permit).await?;
    let (event, key) = events::sql::load(&mut tx, event).await?;
    let questions = event.questions.questions.iter();
    let mut all: Vec<QuestionReplies> = questions
        .filter(|question| special.is_some() || !question.is_special)
        .map(nothing_said)
        .collect();
    if all.is_empty() {
        return Ok((event, all));
    }
    let mut filter = GuestFilter {
        standing: Some(Standing::Accepted),
        ..GuestFilter::default()
    };
    loop {
        let rows = guests::sql::page(&mut tx, event.id, &filter, BATCH).await?;
        let Some(end) = rows.last().map(|row| row.id) else {
            break;
        };
        let mut apart = match special {
            Some(_) => replies::of_batch(&mut tx, event.id, filter.after, end).await?,
            None => HashMap::new(),
        };
        for row in rows {
            let (guest, _) = guests::open(&mut tx, row).await?;
            let more = apart.remove(&guest.id.uuid()).unwrap_or_default();
            let replies = [guest.file.replies.clone(), more].concat();
            for one in &mut all {
                one.count(&guest, &replies);
            }
        }
        filter.after = Some(GuestId::from_uuid(end));
    }
    let change = Change::new("access.replies_seen", event.id, event.id.uuid(), &key);
    tx.commit(change.of_event(event.id)).await?;
    // What is no longer asked is told as far as somebody replied to it.
    all.retain(|one| one.question.is_asked || one.said.iter().any(|same| same.count > 0));
    Ok((event, all))
}

fn nothing_said(question: &Question) -> QuestionReplies {
    let choice = |number: u32| SameReply {
        said: Said::Choices(vec![number]),
        count: 0,
        guests: Vec::new(),
    };
    QuestionReplies {
        said: question
            .choices
            .iter()
            .map(|known| choice(known.number))
            .collect(),
        question: question.clone(),
        silent: 0,
        untold: 0,
        sum: 0,
    }
}

impl QuestionReplies {
    fn count(&mut self, guest: &Guest, replies: &[Reply]) {
        let number = self.question.number;
        match replies.iter().find(|reply| reply.question == number) {
            None => self.silent += 1,
            Some(Reply {
                said: Said::Choices(picked),
                ..
            }) => {
                for choice in picked {
                    self.add(guest, Said::Choices(vec![*choice]));
                }
            }
            // Each at an hour of its own, and all the same.
            Some(Reply {
                said: Said::Agreed { text, .. },
                ..
            }) => {
                let at = domain::Instant(0);
                let text = text.clone();
                self.add(guest, Said::Agreed { text, at });
            }
            Some(reply) => {
                if let Said::Number(number) = reply.said {
                    self.sum = self.sum.saturating_add(number);
                }
                self.add(guest, reply.said.clone());
            }
        }
    }

    fn add(&mut self, guest: &Guest, said: Said) {
        let known = self.said.iter().position(|same| same.said == said);
        if known.is_none() && self.said.len() >= TOLD_MAX {
            self.untold += 1;
            return;
        }
        let at = known.unwrap_or(self.said.len());
        if known.is_none() {
            self.said.push(SameReply {
                said,
                count: 0,
                guests: Vec::new(),
            });
        }
        let same = &mut self.said[at];
        same.count += 1;
        if same.guests.len() < TOLD_MAX {
            same.guests.push((guest.id, guest.file.details.full_name()));
        }
    }
}
