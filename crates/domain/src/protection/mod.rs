//! The paper on technical and organisational measures (Art. 32 GDPR): which measures there are, and what was found of each.

mod finding;
mod light;
mod measure;
mod road;
mod section;

pub use finding::{Fact, Finding, Value};
pub use light::Light;
pub use measure::Measure;
pub use road::Road;
pub use section::Section;
