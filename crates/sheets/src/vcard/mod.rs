//! Address cards: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).

mod card;
mod lines;
mod property;
mod quoted_printable;
mod read;

pub(crate) use read::{is_vcard, read};
