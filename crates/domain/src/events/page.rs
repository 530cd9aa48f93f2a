//! What stands on the page of an event beside title, time and place.

use serde::{Deserialize, Serialize};

use super::{Colour, EventPlan, EventText, PageList};
use crate::{
    Bilingual, Locale, choose,
    fields::{FieldError, Problem, optional_text, required_text},
    people::EmailAddress,
};

/// A line of a list: a time, a name or nothing; a heading; Markdown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageItem {
    /// Names it within its list; never used twice.
    pub number: u32,
    /// When something happens, or the name of a person.
    pub lead: String,
    /// What happens, what a person does, what is asked.
    pub title: Bilingual,
    /// More about it, or the answer; Markdown.
    pub text: Bilingual,
}

/// Whom guests can ask.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Name of a person or office.
    pub name: String,
    /// Address; empty or valid.
    pub email: String,
    /// Telephone.
    pub phone: String,
}

impl Contact {
    /// Whether nobody is named.
    pub const fn is_empty(&self) -> bool {
        self.name.is_empty() && self.email.is_empty() && self.phone.is_empty()
    }
}

/// What stands on the page of an event beside title, time and place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventPage {
    /// Title, place and description in English; empty where there is no other version.
    pub english: EventText,
    /// What happens when.
    pub agenda: Vec<PageItem>,
    /// Who speaks, plays or welcomes.
    pub people: Vec<PageItem>,
    /// What guests ask.
    pub questions: Vec<PageItem>,
    /// Whom guests can ask.
    pub contact: Contact,
    /// The organiser's colour.
    pub colour: Option<Colour>,
    /// The largest number that an item has had.
    pub numbers: u32,
}

/// A change of an event's page, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageEdit {
    /// The description, and everything in English.
    Texts {
        /// The description.
        description: String,
        /// The English version.
        english: EventText,
    },
    /// Adds an item (number 0) or changes one.
    Item(PageList, PageItem),
    /// Takes an item away.
    Remove(PageList, u32),
    /// Moves an item one place up.
    Up(PageList, u32),
    /// Moves an item one place down.
    Down(PageList, u32),
    /// Whom guests can ask.
    Contact(Contact),
    /// The colour, as `#0a6052`; empty for the product's own.
    Colour(String),
}

/// Why a page is not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// Fields are wrong.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// The item is no longer there.
    #[error("the item is no longer there")]
    Gone,
}

impl EventPage {
    /// The longest lead or heading, in characters.
    pub const LINE_LENGTH_MAX: usize = 200;
    /// The longest text of an item, in characters.
    pub const ITEM_LENGTH_MAX: usize = 2_000;
    /// The most items of one list.
    pub const ITEMS_MAX: usize = 100;

    /// The items of a list.
    pub const fn items(&self, list: PageList) -> &Vec<PageItem> {
        match list {
            PageList::Agenda => &self.agenda,
            PageList::People => &self.people,
            PageList::Questions => &self.questions,
        }
    }

    const fn items_mut(&mut self, list: PageList) -> &mut Vec<PageItem> {
        match list {
            PageList::Agenda => &mut self.agenda,
            PageList::People => &mut self.people,
            PageList::Questions => &mut self.questions,
        }
    }

    /// Page and description after a change.
    pub fn edited(&self, text: &EventText, edit: PageEdit) -> Result<(Self, EventText), PageError> {
        let (mut page, mut text) = (self.clone(), text.clone());
        let mut errors = Vec::new();
        match edit {
            PageEdit::Texts {
                description,
                english,
            } => {
                let max = EventPlan::DESCRIPTION_LENGTH_MAX;
                text.description = optional_text("description", &description, max, &mut errors);
                page.english = check_english(&english, &mut errors);
            }
            PageEdit::Item(list, item) => {
                let item = check_item(list, &item, &mut errors);
                page.put(list, item, &mut errors)?;
            }
            PageEdit::Remove(list, number) => {
                let at = page.place_of(list, number)?;
                page.items_mut(list).remove(at);
            }
            PageEdit::Up(list, number) => {
                let at = page.place_of(list, number)?;
                page.items_mut(list).swap(at.saturating_sub(1), at);
            }
            PageEdit::Down(list, number) => {
                let at = page.place_of(list, number)?;
                let end = page.items(list).len() - 1;
                page.items_mut(list).swap(at, end.min(at + 1));
            }
            PageEdit::Contact(contact) => page.contact = check_contact(&contact, &mut errors),
            PageEdit::Colour(code) if code.trim().is_empty() => page.colour = None,
            PageEdit::Colour(code) => match Colour::parse(&code) {
                Ok(colour) => page.colour = Some(colour),
                Err(_) => errors.push(FieldError::new("colour", Problem::NotAColour)),
            },
        }
        if errors.is_empty() {
            Ok((page, text))
        } else {
            Err(PageError::Invalid(errors))
        }
    }

    fn place_of(&self, list: PageList, number: u32) -> Result<usize, PageError> {
        let at = self
            .items(list)
            .iter()
            .position(|item| item.number == number);
        at.ok_or(PageError::Gone)
    }

    fn put(
        &mut self,
        list: PageList,
        item: PageItem,
        errors: &mut Vec<FieldError>,
    ) -> Result<(), PageError> {
        if item.number != 0 {
            let at = self.place_of(list, item.number)?;
            self.items_mut(list)[at] = item;
        } else if self.items(list).len() >= Self::ITEMS_MAX {
            let max = u32::try_from(Self::ITEMS_MAX).unwrap_or(u32::MAX);
            errors.push(FieldError::new("heading", Problem::TooMany { max }));
        } else {
            self.numbers += 1;
            let number = self.numbers;
            self.items_mut(list).push(PageItem { number, ..item });
        }
        Ok(())
    }
}

/// What an event is called, where it is and what it is about, for a reader.
pub(super) fn shown<'a>(text: &'a EventText, page: &'a EventPage, locale: Locale) -> [&'a str; 3] {
    let english = &page.english;
    [
        choose(&text.title, &english.title, locale),
        choose(&text.place, &english.place, locale),
        choose(&text.description, &english.description, locale),
    ]
}

fn check_english(english: &EventText, errors: &mut Vec<FieldError>) -> EventText {
    EventText {
        title: optional_text(
            "title-en",
            &english.title,
            EventPlan::TITLE_LENGTH_MAX,
            errors,
        ),
        place: optional_text(
            "place-en",
            &english.place,
            EventPlan::PLACE_LENGTH_MAX,
            errors,
        ),
        description: optional_text(
            "description-en",
            &english.description,
            EventPlan::DESCRIPTION_LENGTH_MAX,
            errors,
        ),
    }
}

fn check_item(list: PageList, item: &PageItem, errors: &mut Vec<FieldError>) -> PageItem {
    let line = EventPage::LINE_LENGTH_MAX;
    let lead = match list {
        PageList::People => required_text("name", &item.lead, line, errors),
        PageList::Agenda => optional_text("time", &item.lead, line, errors),
        PageList::Questions => String::new(),
    };
    let title = item.title.check("heading", line, errors);
    if title.is_empty() && list != PageList::People {
        errors.push(FieldError::new("heading", Problem::Missing));
    }
    let text = item.text.check("more", EventPage::ITEM_LENGTH_MAX, errors);
    PageItem {
        number: item.number,
        lead,
        title,
        text,
    }
}

fn check_contact(contact: &Contact, errors: &mut Vec<FieldError>) -> Contact {
    let line = EventPage::LINE_LENGTH_MAX;
    let email = optional_text("email", &contact.email, line, errors);
    if !email.is_empty() && email.parse::<EmailAddress>().is_err() {
        errors.push(FieldError::new("email", Problem::NotAnAddress));
    }
    Contact {
        name: optional_text("name", &contact.name, line, errors),
        email,
        phone: optional_text("tel", &contact.phone, line, errors),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(title: &str) -> PageItem {
        PageItem {
            title: Bilingual {
                main: title.into(),
                english: String::new(),
            },
            ..PageItem::default()
        }
    }

    fn edit(page: &EventPage, edit: PageEdit) -> Result<EventPage, PageError> {
        page.edited(&EventText::default(), edit)
            .map(|(page, _)| page)
    }

    fn titles(page: &EventPage) -> Vec<&str> {
        page.agenda
            .iter()
            .map(|item| item.title.main.as_str())
            .collect()
    }

    fn three() -> EventPage {
        ["Einlass", "Reden", "Tanz"]
            .iter()
            .fold(EventPage::default(), |page, title| {
                edit(&page, PageEdit::Item(PageList::Agenda, item(title))).expect("an item")
            })
    }

    #[test]
    fn items_are_added_moved_changed_and_removed_by_their_number() {
        let page = three();
        assert_eq!(titles(&page), ["Einlass", "Reden", "Tanz"]);
        let page = edit(&page, PageEdit::Up(PageList::Agenda, 3)).expect("moved");
        let page = edit(&page, PageEdit::Down(PageList::Agenda, 1)).expect("moved");
        assert_eq!(titles(&page), ["Tanz", "Einlass", "Reden"]);
        let page = edit(&page, PageEdit::Remove(PageList::Agenda, 1)).expect("removed");
        let page = edit(&page, PageEdit::Item(PageList::Agenda, item("Buffet"))).expect("added");
        assert_eq!(
            page.agenda.last().map(|item| item.number),
            Some(4),
            "no number twice"
        );
        let changed = PageItem {
            number: 2,
            ..item("Kurze Reden")
        };
        let page = edit(&page, PageEdit::Item(PageList::Agenda, changed)).expect("changed");
        assert_eq!(titles(&page), ["Tanz", "Kurze Reden", "Buffet"]);
    }

    #[test]
    fn the_ends_of_a_list_are_the_ends() {
        let page = three();
        for edit_of in [
            PageEdit::Up(PageList::Agenda, 1),
            PageEdit::Down(PageList::Agenda, 3),
        ] {
            assert_eq!(edit(&page, edit_of), Ok(page.clone()));
        }
    }

    #[test]
    fn what_is_gone_is_said_to_be_gone() {
        let page = three();
        let gone = PageItem {
            number: 9,
            ..item("Nichts")
        };
        for edit_of in [
            PageEdit::Remove(PageList::Agenda, 9),
            PageEdit::Up(PageList::People, 1),
            PageEdit::Item(PageList::Agenda, gone),
        ] {
            assert_eq!(edit(&page, edit_of), Err(PageError::Gone));
        }
    }

    #[test]
    fn every_slip_is_told() {
        let refused = |edit_of| match edit(&EventPage::default(), edit_of) {
            Err(PageError::Invalid(errors)) => errors
                .into_iter()
                .map(|error| (error.field, error.problem))
                .collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        let missing = |field: &str| (field.to_owned(), Problem::Missing);
        let nobody = PageEdit::Item(PageList::People, PageItem::default());
        assert_eq!(refused(nobody), [missing("name")]);
        let nothing = PageEdit::Item(PageList::Questions, PageItem::default());
        assert_eq!(refused(nothing), [missing("heading")]);
        let contact = Contact {
            email: "nobody".into(),
            ..Contact::default()
        };
        assert_eq!(
            refused(PageEdit::Contact(contact)),
            [("email".into(), Problem::NotAnAddress)]
        );
        assert_eq!(
            refused(PageEdit::Colour("red".into())),
            [("colour".into(), Problem::NotAColour)]
        );
        let english = EventText {
            title: "x".repeat(121),
            ..EventText::default()
        };
        let texts = PageEdit::Texts {
            description: "y".repeat(10_001),
            english,
        };
        let long = |max| Problem::TooLong { max };
        assert_eq!(
            refused(texts),
            [
                ("description".into(), long(10_000)),
                ("title-en".into(), long(120))
            ]
        );
    }

    #[test]
    fn a_list_has_an_end() {
        let full = (0..EventPage::ITEMS_MAX).fold(EventPage::default(), |page, _| {
            edit(&page, PageEdit::Item(PageList::Agenda, item("x"))).expect("an item")
        });
        let more = edit(&full, PageEdit::Item(PageList::Agenda, item("x")));
        let error = FieldError::new("heading", Problem::TooMany { max: 100 });
        assert_eq!(more, Err(PageError::Invalid(vec![error])));
    }
}
