//! What a server function answers when it does not answer.

use domain::{events::Stage, fields::FieldError, registrations::AnswerError};
use serde::{Deserialize, Serialize};
use server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};

/// What a server function answers when it does not answer. Facts only: the words come from the translation files, and
/// nothing personal is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ApiError {
    /// Not there, not yours, not allowed: all look the same.
    #[error("not found")]
    NotFound,
    /// A link of another environment; its name.
    #[error("of the {environment} environment")]
    OtherEnvironment {
        /// Development, test or production.
        environment: String,
    },
    /// Nobody is signed in.
    #[error("not signed in")]
    SignedOut,
    /// Fields are wrong.
    #[error("fields are wrong")]
    Invalid(Vec<FieldError>),
    /// The rules do not allow it.
    #[error("not possible")]
    Rejected(Rejection),
    /// The keys or the database cannot be reached; try again.
    #[error("busy")]
    Busy,
    /// Something broke; the incident is in the log.
    #[error("internal failure {incident}")]
    Internal {
        /// Names the line in the log.
        incident: String,
    },
    /// The network between browser and server failed.
    #[error("offline")]
    Offline,
}

/// Why something is not possible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rejection {
    /// Address and password do not fit.
    SignIn,
    /// Too many wrong passwords.
    TooManyAttempts {
        /// Seconds until another one can be tried; none if only a new password helps.
        seconds: Option<u32>,
    },
    /// Who it is has to be proved once more before.
    Prove,
    /// The tenant wants a second factor, which has to be set up before.
    SetUpFactor,
    /// Too many wrong codes: only a recovery code or a passkey helps.
    CodesBlocked,
    /// The passkey's answer does not fit.
    WrongPasskey,
    /// The way in took too long.
    SignInOver,
    /// Whoever is invited is in the team, or invited already.
    AlreadyInTeam,
    /// The tenant would be without an owner.
    LastOwner,
    /// No places, or too few.
    Full {
        /// Places left.
        left: u32,
    },
    /// The event takes no answers.
    NotOpen(String),
    /// Somebody else has changed it since the form was opened.
    ChangedMeanwhile,
    /// This is not the time for it.
    NotNow,
    /// There is something else to tell guests by now.
    OtherNews,
    /// Answers are not yet taken.
    TooEarly,
    /// The deadline has passed.
    TooLate,
    /// Too many companions.
    TooManyCompanions {
        /// Companions allowed.
        max: u32,
    },
    /// An organiser has refused the guest a place.
    Refused,
    /// Only invited guests.
    InvitationOnly,
    /// Not a list; the key of the reason.
    Unreadable(String),
    /// No row of the list is good.
    NothingToImport,
    /// The certificate is not signed yet.
    NotSignedYet,
}

impl From<AnswerError> for Rejection {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::NotOpen(stage) => Self::from(stage),
            AnswerError::TooEarly => Self::TooEarly,
            AnswerError::TooLate => Self::TooLate,
            AnswerError::Refused => Self::Refused,
            AnswerError::TooManyCompanions { max } => Self::TooManyCompanions { max },
            AnswerError::Full { left } => Self::Full { left },
        }
    }
}

impl From<Stage> for Rejection {
    fn from(stage: Stage) -> Self {
        Self::NotOpen(stage.code().to_owned())
    }
}

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::Offline,
            _ => Self::NotFound,
        }
    }
}
