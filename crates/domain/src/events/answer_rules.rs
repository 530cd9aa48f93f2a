//! How guests may answer.

use serde::{Deserialize, Serialize};

/// How guests may answer, besides yes and no.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerRules {
    /// Whether those who register by themselves ask for a place, and an organiser decides.
    pub by_approval: bool,
    /// Whether an invited guest can leave it open.
    pub maybe: bool,
}
