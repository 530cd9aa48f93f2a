//! Events.

mod answers;
mod change;
mod create;
mod edit_page;
mod figures;
mod list;
mod load;
mod row;
pub(crate) mod sql;
mod step;
mod time;

pub use answers::{AnswersByDay, DayOfAnswers, answers_by_day};
pub use change::change;
pub use create::{PlanError, PlanInput, create};
pub use edit_page::{EditPageError, edit_page};
pub use figures::Figures;
pub use list::{EventLine, list};
pub use load::{load, load_public, must_be_there};
pub(crate) use row::{EventFile, count};
pub use step::{StepError, step};
pub(crate) use time::time;
