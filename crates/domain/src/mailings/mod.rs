//! Letters to guests: texts with variables.

mod letter;
mod template;

pub use letter::{Letter, LetterKind};
pub use template::{Template, TemplateError, VARIABLES};
