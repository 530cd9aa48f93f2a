//! From the failures of use cases to what a browser may know.

use backend::{
    Failure,
    accounts::{FactorError, PasswordError, SignInError},
    audit::ExportError,
    covers::CoverError,
    erasures::CertificateError,
    events::{EditPageError, PlanError, StepError},
    guests::GuestError,
    imports::{ConfirmError, UploadError},
    mailings::{SaveError, SendAllError, TellError},
    protection::ReportError,
    questions::EditQuestionsError,
    registrations::{AnswerFailure, RegisterError},
    sign_on::SaveError as SignOnSaveError,
    support::GrantError,
    tags::TagError,
    team::{ChangeError, InviteError, JoinError, ReviewError},
    workshops::WorkshopError,
};
use domain::fields::{FieldError, Problem};
use sheets::ReadError;

use crate::error::{ApiError, Rejection};

/// Errors that say either which fields are wrong, or what failed.
macro_rules! of_fields_or_failure {
    ($($error:ident),+ $(,)?) => {$(
        impl From<$error> for ApiError {
            fn from(error: $error) -> Self {
                match error {
                    $error::Invalid(errors) => Self::Invalid(errors),
                    $error::Failure(failure) => failure.into(),
                }
            }
        }
    )+};
}

of_fields_or_failure!(
    CoverError,
    EditPageError,
    EditQuestionsError,
    GrantError,
    PlanError,
    SaveError,
    SignOnSaveError,
    TagError,
    WorkshopError,
);

impl From<Failure> for ApiError {
    /// Logs an internal failure once, with its chain of causes, under a random name that the person is shown.
    fn from(failure: Failure) -> Self {
        match &failure {
            Failure::NotFound => return Self::NotFound,
            Failure::Foreign(environment) => {
                return Self::OtherEnvironment {
                    environment: environment.to_string(),
                };
            }
            Failure::Keys(_) => {
                tracing::error!(
                    error = &failure as &dyn std::error::Error,
                    "keys are not available"
                );
                return Self::Busy;
            }
            Failure::Database(_) | Failure::Sealed(_) | Failure::Damaged(_) => {}
        }
        let incident = data_encoding::BASE32_NOPAD.encode(&backend::chance::make_bytes::<5>());
        tracing::error!(
            incident,
            error = &failure as &dyn std::error::Error,
            "internal failure"
        );
        Self::Internal { incident }
    }
}

impl From<SignInError> for ApiError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Refused => Self::Rejected(Rejection::SignIn),
            SignInError::TooMany(ms) => Self::Rejected(Rejection::TooManyAttempts {
                // At least one: whoever waits for it is let in.
                seconds: ms.map(|ms| u32::try_from(ms / 1_000 + 1).unwrap_or(u32::MAX)),
            }),
            SignInError::WrongCode => FactorError::WrongCode.into(),
            SignInError::CodesBlocked => Self::Rejected(Rejection::CodesBlocked),
            SignInError::Over => Self::Rejected(Rejection::SignInOver),
            SignInError::Unproved => Self::Rejected(Rejection::Prove),
            SignInError::Failure(failure) => failure.into(),
        }
    }
}

impl From<PasswordError> for ApiError {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::Invalid(errors) => Self::Invalid(errors),
            PasswordError::TooMany(ms) => SignInError::TooMany(ms).into(),
            PasswordError::CodesBlocked => SignInError::CodesBlocked.into(),
            PasswordError::Failure(failure) => failure.into(),
        }
    }
}

impl From<FactorError> for ApiError {
    fn from(error: FactorError) -> Self {
        match error {
            FactorError::WrongCode => {
                Self::Invalid(vec![FieldError::new("code", Problem::WrongCode)])
            }
            FactorError::WrongPasskey => Self::Rejected(Rejection::WrongPasskey),
            FactorError::Failure(failure) => failure.into(),
        }
    }
}

impl From<JoinError> for ApiError {
    fn from(error: JoinError) -> Self {
        match error {
            JoinError::Invalid(errors) => Self::Invalid(errors),
            JoinError::SignIn(error) => error.into(),
            JoinError::Failure(failure) => failure.into(),
        }
    }
}

impl From<InviteError> for ApiError {
    fn from(error: InviteError) -> Self {
        match error {
            InviteError::Invalid(errors) => Self::Invalid(errors),
            InviteError::AlreadyThere => Self::Rejected(Rejection::AlreadyInTeam),
            InviteError::Failure(failure) => failure.into(),
        }
    }
}

impl From<ChangeError> for ApiError {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::Invalid(errors) => Self::Invalid(errors),
            ChangeError::LastOwner => Self::Rejected(Rejection::LastOwner),
            ChangeError::Failure(failure) => failure.into(),
        }
    }
}

impl From<ReviewError> for ApiError {
    fn from(error: ReviewError) -> Self {
        match error {
            ReviewError::Invalid(errors) => Self::Invalid(errors),
            ReviewError::LastOwner => Self::Rejected(Rejection::LastOwner),
            ReviewError::Failure(failure) => failure.into(),
        }
    }
}

impl From<GuestError> for ApiError {
    fn from(error: GuestError) -> Self {
        match error {
            GuestError::Invalid(errors) => Self::Invalid(errors),
            GuestError::Full => Self::Rejected(Rejection::Full { left: 0 }),
            GuestError::Failure(failure) => failure.into(),
        }
    }
}

impl From<StepError> for ApiError {
    fn from(error: StepError) -> Self {
        match error {
            StepError::NotNow(stage) => Self::Rejected(stage.into()),
            StepError::Failure(failure) => failure.into(),
        }
    }
}

impl From<TellError> for ApiError {
    fn from(error: TellError) -> Self {
        match error {
            TellError::Invalid(errors) => Self::Invalid(errors),
            TellError::Other => Self::Rejected(Rejection::OtherNews),
            TellError::Failure(failure) => failure.into(),
        }
    }
}

impl From<UploadError> for ApiError {
    fn from(error: UploadError) -> Self {
        let reason = match error {
            UploadError::Failure(failure) => return failure.into(),
            UploadError::Unreadable(reason) => reason,
        };
        let key = match reason {
            ReadError::Empty => "empty",
            ReadError::TooLarge { .. } => "too-large",
            ReadError::NotASpreadsheet => "not-a-spreadsheet",
            ReadError::NotText => "not-text",
            ReadError::NoRows => "no-rows",
            ReadError::TooManyRows { .. } => "too-many-rows",
            ReadError::TooManyColumns { .. } => "too-many-columns",
        };
        Self::Rejected(Rejection::Unreadable(key.to_owned()))
    }
}

impl From<ConfirmError> for ApiError {
    fn from(error: ConfirmError) -> Self {
        match error {
            ConfirmError::Nothing => Self::Rejected(Rejection::NothingToImport),
            ConfirmError::Failure(failure) => failure.into(),
        }
    }
}

impl From<SendAllError> for ApiError {
    fn from(error: SendAllError) -> Self {
        match error {
            SendAllError::NotOpen(stage) => Self::Rejected(stage.into()),
            SendAllError::NotNow => Self::Rejected(Rejection::NotNow),
            SendAllError::Failure(failure) => failure.into(),
        }
    }
}

impl From<AnswerFailure> for ApiError {
    fn from(error: AnswerFailure) -> Self {
        match error {
            AnswerFailure::Invalid(errors) => Self::Invalid(errors),
            AnswerFailure::Rejected(reason) => Self::Rejected(reason.into()),
            AnswerFailure::Changed => Self::Rejected(Rejection::ChangedMeanwhile),
            AnswerFailure::Failure(failure) => failure.into(),
        }
    }
}

impl From<RegisterError> for ApiError {
    fn from(error: RegisterError) -> Self {
        match error {
            RegisterError::Invalid(errors) => Self::Invalid(errors),
            RegisterError::Rejected(reason) => Self::Rejected(reason.into()),
            RegisterError::InvitationOnly => Self::Rejected(Rejection::InvitationOnly),
            RegisterError::Failure(failure) => failure.into(),
        }
    }
}

impl From<CertificateError> for ApiError {
    fn from(error: CertificateError) -> Self {
        match error {
            CertificateError::NotYet => Self::Rejected(Rejection::NotSignedYet),
            CertificateError::Failure(failure) => failure.into(),
        }
    }
}

impl From<ReportError> for ApiError {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::NotYet => Self::Rejected(Rejection::NotSignedYet),
            ReportError::Failure(failure) => failure.into(),
        }
    }
}

impl From<ExportError> for ApiError {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Empty => Self::NotFound,
            ExportError::Write(_) => Failure::Damaged("the log").into(),
            ExportError::Failure(failure) => failure.into(),
        }
    }
}
