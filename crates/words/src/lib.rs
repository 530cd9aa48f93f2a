//! Every word that people read, in German and English, and how dates look.
//!
//! The texts are Fluent files in `texts/<language>/`, one per noun; both languages have the same keys (a test). Used on
//! the server only: what the browser shows arrives as finished text.

mod dates;
mod replies;
mod texts;
mod workshops;

pub use dates::{
    SPRING_GAP, Shown, ZoneError, days_between, end_of_day, evening, instant_of, local_of,
    machine_time, show, stamp_of, start_of_day, zones,
};
pub use replies::{replies, said};
pub use texts::{Arg, Words, keys};
pub use workshops::{span, workshop_lines, workshops};
