//! Letters to guests: texts with variables.

mod letter;
mod news;
mod template;

pub use letter::{Letter, LetterKind};
pub use news::News;
pub use template::{Template, TemplateError, VARIABLES};
