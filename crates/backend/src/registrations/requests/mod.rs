//! Places that are asked for: an organiser gives or refuses them.

mod admit;
mod refuse;

pub use admit::{Admitted, admit};
pub use refuse::refuse;
