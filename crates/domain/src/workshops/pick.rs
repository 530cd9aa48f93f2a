//! The rule of choosing workshops.

use serde::{Deserialize, Serialize};

use super::{Programme, Seating, Seats, Workshop};
use crate::{
    Instant,
    fields::{FieldError, Problem},
};

/// A workshop that a guest has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Its number.
    pub workshop: u32,
    /// Whether the guest waits for a place.
    pub waits: bool,
    /// Since when.
    pub since: Instant,
}

/// What a guest wants: numbers of workshops.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wishes {
    /// To take part.
    pub places: Vec<u32>,
    /// To wait for a place.
    pub waits: Vec<u32>,
}

impl Wishes {
    /// Whether something is wanted of a workshop.
    pub fn name(&self, workshop: u32) -> bool {
        self.places.contains(&workshop) || self.waits.contains(&workshop)
    }
}

/// The places that a guest holds at the event: the guest and the companions go to a workshop together.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// Before this choice.
    pub before: u32,
    /// With it.
    pub now: u32,
}

/// What a guest has chosen after a choice. Whoever holds no place of the event has none of a workshop. Whoever has a place
/// keeps it; who wants one gets it if there are enough for the whole group and nobody waits, and can wait if not; nobody takes part in two that
/// overlap, but can wait for one meanwhile. What has begun, or was called off, stays as it is. Problems name the field
/// `workshop-` with the number.
pub fn pick(
    programme: &Programme,
    seating: &Seating,
    had: &[Pick],
    group: Group,
    wishes: &Wishes,
    now: Instant,
) -> Result<Vec<Pick>, Vec<FieldError>> {
    if group.now == 0 {
        return Ok(Vec::new());
    }
    let (mut picks, mut errors) = (Vec::new(), Vec::new());
    for workshop in &programme.workshops {
        let before = had.iter().find(|pick| pick.workshop == workshop.number);
        let seats = seating.of(workshop.number);
        let picked = if workshop.is_open(now) {
            wanted(workshop, seats, before, group, wishes, now)
        } else {
            Ok(before.copied())
        };
        match picked {
            Ok(picked) => picks.extend(picked),
            Err(problem) => errors.push(wrong(workshop, problem)),
        }
    }
    let places = picks.iter().filter(|pick| !pick.waits);
    let places: Vec<&Workshop> = places
        .filter_map(|pick| programme.workshop(pick.workshop))
        .collect();
    for (at, workshop) in places.iter().enumerate() {
        let is_new = |workshop: &Workshop| !has_place(had, workshop.number);
        // Two that overlap since one of them was moved stay until the guest decides.
        let clash =
            |other: &&Workshop| workshop.overlaps(other) && (is_new(workshop) || is_new(other));
        if places[..at].iter().copied().any(|other| clash(&other)) {
            errors.push(wrong(workshop, Problem::Overlaps));
        }
    }
    if errors.is_empty() {
        Ok(picks)
    } else {
        Err(errors)
    }
}

/// What comes of a wish for one workshop.
fn wanted(
    workshop: &Workshop,
    seats: Seats,
    before: Option<&Pick>,
    group: Group,
    wishes: &Wishes,
    now: Instant,
) -> Result<Option<Pick>, Problem> {
    let number = workshop.number;
    let (wants_place, wants_to_wait) = (
        wishes.places.contains(&number),
        wishes.waits.contains(&number),
    );
    if !wants_place && !wants_to_wait {
        return Ok(None);
    }
    if let Some(max) = workshop.capacity.filter(|capacity| group.now > *capacity) {
        // Nobody waits for what there will never be.
        return Err(Problem::GroupTooLarge { max });
    }
    let held = before
        .filter(|pick| !pick.waits)
        .map_or(0, |_| group.before);
    let more = group.now.saturating_sub(held);
    let fits = more == 0 || workshop.places_free(seats).is_none_or(|free| more <= free);
    let new = |waits| Pick {
        workshop: number,
        waits,
        since: now,
    };
    match before {
        Some(pick) if pick.waits => Ok(Some(*pick)),
        Some(pick) if fits => Ok(Some(*pick)),
        None if fits => Ok(Some(new(false))),
        None if wants_to_wait => Ok(Some(new(true))),
        Some(_) => Err(Problem::NoPlacesForAll),
        None => Err(Problem::NoPlaces),
    }
}

fn has_place(had: &[Pick], number: u32) -> bool {
    had.iter()
        .any(|pick| pick.workshop == number && !pick.waits)
}

fn wrong(workshop: &Workshop, problem: Problem) -> FieldError {
    FieldError::new(format!("workshop-{}", workshop.number), problem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workshops::programme::tests::plan;

    const NOW: Instant = Instant(5);
    const ALONE: Group = Group { before: 0, now: 1 };

    /// 1 from 10 to 20 with two places, 2 from 15 to 25, 3 from 20 to 30.
    fn programme() -> Programme {
        let plans = [
            plan("Führung", 10, 20, Some(2)),
            plan("Vortrag", 15, 25, None),
            plan("Tanz", 20, 30, Some(10)),
        ];
        plans
            .into_iter()
            .fold(Programme::default(), |programme, plan| {
                programme.with(0, plan).expect("a workshop")
            })
    }

    fn places(numbers: &[u32]) -> Wishes {
        Wishes {
            places: numbers.to_vec(),
            waits: Vec::new(),
        }
    }

    fn waits(numbers: &[u32]) -> Wishes {
        Wishes {
            places: Vec::new(),
            waits: numbers.to_vec(),
        }
    }

    fn place(workshop: u32) -> Pick {
        Pick {
            workshop,
            waits: false,
            since: NOW,
        }
    }

    fn seats(taken: u32, fewest: Option<u32>) -> Seating {
        let seats = Seats {
            taken,
            guests: taken,
            waiting: fewest.map_or(0, |_| 1),
            fewest,
        };
        Seating([(1, seats)].into())
    }

    fn error(number: u32, problem: Problem) -> Result<Vec<Pick>, Vec<FieldError>> {
        Err(vec![FieldError::new(format!("workshop-{number}"), problem)])
    }

    #[test]
    fn nobody_is_at_two_places_at_once() {
        let free = Seating::default();
        let picked = |wishes| pick(&programme(), &free, &[], ALONE, &wishes, NOW);
        assert_eq!(picked(places(&[1, 3])), Ok(vec![place(1), place(3)]));
        assert_eq!(picked(places(&[1, 2])), error(2, Problem::Overlaps));
        let moved = pick(
            &programme(),
            &free,
            &[place(1), place(2)],
            ALONE,
            &places(&[1, 2]),
            NOW,
        );
        assert_eq!(moved, Ok(vec![place(1), place(2)]));
    }

    #[test]
    fn the_last_place_is_for_whoever_waits() {
        let picked = |seats, wishes| pick(&programme(), &seats, &[], ALONE, &wishes, NOW);
        let waiting = Pick {
            waits: true,
            ..place(1)
        };
        assert_eq!(
            picked(seats(2, None), places(&[1])),
            error(1, Problem::NoPlaces)
        );
        assert_eq!(
            picked(seats(1, Some(2)), places(&[1])),
            error(1, Problem::NoPlaces)
        );
        assert_eq!(picked(seats(2, None), waits(&[1])), Ok(vec![waiting]));
        // Who waits for more than there is holds up nobody, and who could wait for a free place has it.
        assert_eq!(picked(seats(1, Some(3)), waits(&[1])), Ok(vec![place(1)]));
    }

    #[test]
    fn a_party_goes_together_or_not_at_all() {
        let full = seats(2, None);
        let grown = |now| {
            let group = Group { before: 1, now };
            pick(&programme(), &full, &[place(1)], group, &places(&[1]), NOW)
        };
        assert_eq!(grown(1), Ok(vec![place(1)]));
        assert_eq!(grown(2), error(1, Problem::NoPlacesForAll));
        assert_eq!(grown(3), error(1, Problem::GroupTooLarge { max: 2 }));
        assert_eq!(grown(0), Ok(Vec::new()));
    }

    #[test]
    fn what_has_begun_stays_as_it_is() {
        let late = Instant(12);
        let none = Seating::default();
        let picked = |had: &[Pick], wishes| pick(&programme(), &none, had, ALONE, &wishes, late);
        assert_eq!(picked(&[place(1)], places(&[])), Ok(vec![place(1)]));
        assert_eq!(picked(&[], places(&[1])), Ok(Vec::new()));
    }

    #[test]
    fn whoever_has_a_place_can_wait_for_another_at_the_same_time() {
        let full = seats(2, None);
        let wishes = Wishes {
            places: vec![2],
            waits: vec![1],
        };
        let picked = pick(&programme(), &full, &[], ALONE, &wishes, NOW).expect("both");
        assert_eq!(picked.iter().filter(|pick| pick.waits).count(), 1);
        assert_eq!(picked.len(), 2);
    }
}
