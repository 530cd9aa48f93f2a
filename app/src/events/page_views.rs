//! The page of an event as the browser may know it.

use serde::{Deserialize, Serialize};

/// An item of a list on a page, for its reader.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    /// Its number.
    pub number: u32,
    /// When something happens, or the name of a person.
    pub lead: String,
    /// Its heading.
    pub title: String,
    /// More about it, as HTML.
    pub html: String,
}

/// The picture on top of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverView {
    /// The address of the large version; empty without a picture.
    pub large: String,
    /// The address of the small version.
    pub small: String,
    /// What can be seen.
    pub alt: String,
    /// Width and height of the large version, in pixels.
    pub size: [u32; 2],
}

/// The page of an event, for its reader.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageView {
    /// The picture on top.
    pub cover: CoverView,
    /// What it is about, as HTML.
    pub about: String,
    /// The beginning of it in plain words, as previews of links show it.
    pub preview: String,
    /// What happens when.
    pub agenda: Vec<ItemView>,
    /// Who speaks, plays or welcomes.
    pub people: Vec<ItemView>,
    /// What guests ask.
    pub questions: Vec<ItemView>,
    /// Whom guests can ask: name, address, telephone.
    pub contact: [String; 3],
    /// The address of the style sheet with the organiser's colour; empty for the product's own.
    pub colours: String,
}

/// A change of a page as it was typed; also what its forms start with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageForm {
    /// What is changed: `texts`, `item`, `remove`, `up`, `down`, `contact` or `colour`.
    pub what: String,
    /// The list of an item, see [`domain::events::PageList::code`].
    pub list: String,
    /// The number of an item; 0 for a new one.
    pub number: u32,
    /// The description.
    pub description: String,
    /// Title in English.
    pub title_en: String,
    /// Place in English.
    pub place_en: String,
    /// Description in English.
    pub description_en: String,
    /// Time of an item, or the name of a person.
    pub lead: String,
    /// Heading of an item.
    pub heading: String,
    /// The same in English.
    pub heading_en: String,
    /// Text of an item.
    pub more: String,
    /// The same in English.
    pub more_en: String,
    /// Name of the contact.
    pub name: String,
    /// Address of the contact.
    pub email: String,
    /// Telephone of the contact.
    pub tel: String,
    /// The colour, as `#0a6052`.
    pub colour: String,
    /// What can be seen in the picture.
    pub alt: String,
    /// The same in English.
    pub alt_en: String,
}

/// A page with what its forms start with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditedPageView {
    /// As its readers see it.
    pub page: PageView,
    /// Texts, contact and colour.
    pub form: PageForm,
    /// Each item of each list.
    pub items: Vec<PageForm>,
}
