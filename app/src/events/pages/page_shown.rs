//! From the page of an event to what is shown of it, and from its forms to changes.

use domain::{
    Bilingual, Locale,
    events::{Colour, Contact, Cover, Event, EventText, PageEdit, PageItem, PageList},
};

use crate::{
    error::ApiError,
    events::page_views::{CoverView, EditedPageView, ItemView, PageForm, PageView},
    page::{id, plain, prose},
};

/// As much of a description as a preview shows, in characters.
const PREVIEW_LENGTH: usize = 200;

impl PageView {
    /// The page for a reader.
    pub(crate) fn of(event: &Event, locale: Locale) -> Self {
        let items = |list| {
            let items = event.page.items(list).iter();
            items.map(|item| item_of(item, locale)).collect()
        };
        let Contact { name, email, phone } = event.page.contact.clone();
        Self {
            cover: cover_of(event, &format!("/e/{}", event.slug), locale),
            about: prose(event.description(locale), 1),
            preview: plain(event.description(locale), PREVIEW_LENGTH),
            agenda: items(PageList::Agenda),
            people: items(PageList::People),
            questions: items(PageList::Questions),
            contact: [name, email, phone],
            colours: event.page.colour.map_or(String::new(), |colour| {
                let code = colour.code();
                format!("/e/{}/colours.css?v={}", event.slug, &code[1..])
            }),
        }
    }
}

/// The picture of an event, at an address below this one.
fn cover_of(event: &Event, base: &str, locale: Locale) -> CoverView {
    let Some(cover) = &event.cover else {
        return CoverView::default();
    };
    let version = cover.since.0;
    CoverView {
        large: format!("{base}/cover.jpg?v={version}"),
        small: format!("{base}/cover.jpg?v={version}&size=small"),
        alt: cover.alt.shown(locale).to_owned(),
        size: cover.size,
    }
}

fn item_of(item: &PageItem, locale: Locale) -> ItemView {
    ItemView {
        number: item.number,
        lead: item.lead.clone(),
        title: item.title.shown(locale).to_owned(),
        html: prose(item.text.shown(locale), 3),
    }
}

impl EditedPageView {
    pub(crate) fn of(event: &Event, locale: Locale) -> Self {
        let (page, text) = (&event.page, &event.text);
        let english = page.english.clone();
        let alt = event.cover.clone().map(|Cover { alt, .. }| alt);
        let alt = alt.unwrap_or_default();
        let Contact { name, email, phone } = page.contact.clone();
        let form = PageForm {
            description: text.description.clone(),
            title_en: english.title,
            place_en: english.place,
            description_en: english.description,
            name,
            email,
            tel: phone,
            colour: page.colour.map_or(String::new(), Colour::code),
            alt: alt.main,
            alt_en: alt.english,
            ..PageForm::default()
        };
        let of_list = |list: PageList| {
            let items = page.items(list).iter();
            items.map(move |item| form_of(list, item))
        };
        Self {
            page: PageView {
                // A draft is shown to nobody else.
                cover: cover_of(event, &format!("/app/events/{}", event.id), locale),
                ..PageView::of(event, locale)
            },
            form,
            items: PageList::ALL.into_iter().flat_map(of_list).collect(),
        }
    }
}

fn form_of(list: PageList, item: &PageItem) -> PageForm {
    let PageItem {
        number,
        lead,
        title,
        text,
    } = item.clone();
    PageForm {
        list: list.code().to_owned(),
        number,
        lead,
        heading: title.main,
        heading_en: title.english,
        more: text.main,
        more_en: text.english,
        ..PageForm::default()
    }
}

impl PageForm {
    /// The change; [`ApiError::NotFound`] for one that does not exist.
    pub(crate) fn edit(self) -> Result<PageEdit, ApiError> {
        let list = || id::<PageList>(&self.list);
        Ok(match self.what.as_str() {
            "texts" => PageEdit::Texts {
                description: self.description,
                english: EventText {
                    title: self.title_en,
                    place: self.place_en,
                    description: self.description_en,
                },
            },
            "remove" => PageEdit::Remove(list()?, self.number),
            "up" => PageEdit::Up(list()?, self.number),
            "down" => PageEdit::Down(list()?, self.number),
            "contact" => PageEdit::Contact(Contact {
                name: self.name,
                email: self.email,
                phone: self.tel,
            }),
            "colour" => PageEdit::Colour(self.colour),
            "item" => PageEdit::Item(
                list()?,
                PageItem {
                    number: self.number,
                    lead: self.lead,
                    title: Bilingual {
                        main: self.heading,
                        english: self.heading_en,
                    },
                    text: Bilingual {
                        main: self.more,
                        english: self.more_en,
                    },
                },
            ),
            _ => return Err(ApiError::NotFound),
        })
    }
}
