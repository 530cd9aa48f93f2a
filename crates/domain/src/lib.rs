//! The rules of Einlass: events, guests, answers, imports, mailings, access.
//!
//! Pure by design: no input or output, no clock, no randomness, no SQL, no pages. Whatever a rule needs to know is an
//! argument, so that every rule runs the same on the server, in the browser and in a test.

pub mod access;
mod bilingual;
pub mod erasures;
pub mod events;
pub mod fields;
pub mod guests;
pub mod ids;
pub mod imports;
pub mod instant;
pub mod locale;
pub mod mailings;
pub mod passwords;
mod payment_data;
pub mod people;
pub mod protection;
pub mod questions;
pub mod registrations;
pub mod tags;
pub mod tickets;
pub mod workshops;

pub use bilingual::Bilingual;
pub(crate) use bilingual::choose;
pub use instant::Instant;
pub use locale::Locale;
pub use payment_data::holds_payment_data;
