//! Tags: words by which an organiser sorts the guests of one event.

mod tag;

pub use tag::{TAGS_MAX, Tag, TagName};
