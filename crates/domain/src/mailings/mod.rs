//! Letters to guests: texts with variables.

mod letter;
mod mailing;
mod news;
mod template;

pub use letter::{Letter, LetterKind};
pub use mailing::{Mailing, UnknownMailing};
pub use news::News;
pub use template::{Template, TemplateError, VARIABLES};
