//! The workshops of an event.

use serde::{Deserialize, Serialize};

use super::{Workshop, WorkshopPlan};

/// The workshops of an event, in the order in which they begin.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// All of them, also those that were called off.
    pub workshops: Vec<Workshop>,
    /// The largest number that one has had.
    pub numbers: u32,
}

/// A number that no workshop has any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such workshop")]
pub struct WorkshopGone;

impl Programme {
    /// The most workshops of one event.
    pub const WORKSHOPS_MAX: usize = 100;

    /// Those that take place.
    pub fn on(&self) -> impl Iterator<Item = &Workshop> {
        self.workshops.iter().filter(|workshop| !workshop.is_off)
    }

    /// Whether there is nothing to choose.
    pub fn is_empty(&self) -> bool {
        self.on().next().is_none()
    }

    /// The workshop of this number, called off or not.
    pub fn workshop(&self, number: u32) -> Option<&Workshop> {
        self.workshops
            .iter()
            .find(|workshop| workshop.number == number)
    }

    /// With a workshop more (number 0) or another in its place; one that was called off does not change any more.
    pub fn with(&self, number: u32, plan: WorkshopPlan) -> Result<Self, WorkshopGone> {
        let mut after = self.clone();
        if number == 0 {
            after.numbers += 1;
            after.workshops.push(plan.numbered(after.numbers));
        } else {
            let known = after
                .workshops
                .iter_mut()
                .find(|known| known.number == number && !known.is_off);
            *known.ok_or(WorkshopGone)? = plan.numbered(number);
        }
        after.sort();
        Ok(after)
    }

    /// Without a workshop. If somebody has chosen it (`is_chosen`) it is called off and keeps its name; else it never was.
    pub fn without(&self, number: u32, is_chosen: bool) -> Result<Self, WorkshopGone> {
        let mut after = self.clone();
        let at = after
            .workshops
            .iter()
            .position(|known| known.number == number && !known.is_off);
        let at = at.ok_or(WorkshopGone)?;
        if is_chosen {
            after.workshops[at].is_off = true;
        } else {
            after.workshops.remove(at);
        }
        Ok(after)
    }

    /// As the event begins so much later, in milliseconds (earlier if negative).
    #[must_use]
    pub fn shifted(&self, ms: i64) -> Self {
        let mut after = self.clone();
        for workshop in &mut after.workshops {
            workshop.starts_at = workshop.starts_at.plus_ms(ms);
            workshop.ends_at = workshop.ends_at.plus_ms(ms);
        }
        after
    }

    /// As another event takes it over that begins so much later.
    #[must_use]
    pub fn for_another_event(&self, ms: i64) -> Self {
        let mut copy = self.shifted(ms);
        copy.workshops.retain(|workshop| !workshop.is_off);
        copy
    }

    fn sort(&mut self) {
        self.workshops
            .sort_by_key(|workshop| (workshop.starts_at, workshop.ends_at, workshop.number));
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{Bilingual, Instant};

    pub(crate) fn plan(title: &str, from: i64, until: i64, capacity: Option<u32>) -> WorkshopPlan {
        WorkshopPlan {
            title: Bilingual {
                main: title.into(),
                english: String::new(),
            },
            place: String::new(),
            text: Bilingual::default(),
            times: [Instant(from), Instant(until)],
            capacity,
        }
    }

    fn numbers(programme: &Programme) -> Vec<u32> {
        programme.on().map(|workshop| workshop.number).collect()
    }

    #[test]
    fn workshops_stand_in_the_order_in_which_they_begin_and_keep_their_numbers() {
        let programme = Programme::default();
        let programme = programme
            .with(0, plan("Nachmittag", 50, 60, None))
            .expect("new");
        let programme = programme
            .with(0, plan("Vormittag", 10, 20, None))
            .expect("new");
        assert_eq!(numbers(&programme), [2, 1]);
        let later = programme
            .with(2, plan("Abend", 70, 80, None))
            .expect("changed");
        assert_eq!(numbers(&later), [1, 2]);
        let gone = later.without(2, false).expect("removed");
        assert_eq!(gone.workshop(2), None);
        let next = gone.with(0, plan("Nacht", 90, 95, None)).expect("new");
        assert_eq!(numbers(&next), [1, 3]);
    }

    #[test]
    fn what_somebody_has_chosen_is_called_off_and_stays_so() {
        let programme = Programme::default();
        let programme = programme
            .with(0, plan("Führung", 10, 20, None))
            .expect("new");
        let off = programme.without(1, true).expect("called off");
        assert!(off.is_empty());
        assert!(off.workshop(1).is_some_and(|workshop| workshop.is_off));
        assert_eq!(off.without(1, false), Err(WorkshopGone));
        assert_eq!(
            off.with(1, plan("Führung", 10, 20, None)),
            Err(WorkshopGone)
        );
        assert_eq!(off.for_another_event(5).workshops, []);
        assert_eq!(programme.shifted(5).workshops[0].starts_at, Instant(15));
    }
}
