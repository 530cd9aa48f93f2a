//! What the guest list is asked for by its address.

use crate::page::{Pairs, address};

/// What is asked for.
#[derive(Clone, Default)]
pub(super) struct Asked {
    pub(super) standing: String,
    pub(super) tag: String,
    pub(super) workshop: String,
    pub(super) search: String,
    pub(super) after: String,
    pub(super) base: String,
}

impl Asked {
    /// What an address or a form asks for.
    pub(super) fn of(event: &str, pairs: &Pairs) -> Self {
        Self {
            standing: pairs.text("standing"),
            tag: pairs.text("tag"),
            workshop: pairs.text("workshop"),
            search: pairs.text("search"),
            after: pairs.text("after"),
            base: format!("/app/events/{event}/guests"),
        }
    }

    /// Whether the list is asked for as it begins, with everybody.
    pub(super) fn is_everything(&self) -> bool {
        let asked = [
            &self.standing,
            &self.tag,
            &self.workshop,
            &self.search,
            &self.after,
        ];
        asked.into_iter().all(String::is_empty)
    }

    /// The address of this list.
    pub(super) fn href(&self) -> String {
        address(
            &self.base,
            &[
                ("standing", &self.standing),
                ("tag", &self.tag),
                ("workshop", &self.workshop),
                ("search", &self.search),
                ("after", &self.after),
            ],
        )
    }

    /// The list from its beginning, of those who stand there.
    pub(super) fn standing(&self, standing: &str) -> String {
        let asked = Self {
            standing: standing.to_owned(),
            after: String::new(),
            ..self.clone()
        };
        asked.href()
    }

    /// The list from its beginning, of those with a tag; with none of everybody.
    pub(super) fn tag(&self, tag: &str) -> String {
        let asked = Self {
            tag: tag.to_owned(),
            after: String::new(),
            ..self.clone()
        };
        asked.href()
    }

    /// The list from its beginning, of those who have chosen a workshop; with none of everybody.
    pub(super) fn workshop(&self, workshop: &str) -> String {
        let asked = Self {
            workshop: workshop.to_owned(),
            after: String::new(),
            ..self.clone()
        };
        asked.href()
    }

    /// The page of the list behind a guest.
    pub(super) fn after(&self, guest: &str) -> String {
        let asked = Self {
            after: guest.to_owned(),
            ..self.clone()
        };
        asked.href()
    }
}
