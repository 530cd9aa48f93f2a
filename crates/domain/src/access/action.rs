//! Everything that can be done, each with a marker type for permits.

/// A marker type of one action: `Permit<act::SeeGuests>` opens what seeing guests needs and nothing else.
pub trait Act: Send + Sync + 'static {
    /// The action in the policy table.
    const ACTION: Action;
}

macro_rules! actions {
    ($($name:ident = $words:literal;)*) => {
        /// Something that can be done.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $(#[doc = $words] $name,)*
        }

        impl Action {
            /// Every action, in the order of the policy table.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// What it is, in words that everybody understands.
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$name => $words,)*
                }
            }
        }

        /// Marker types, one for each action.
        pub mod act {
            use super::{Act, Action};

            $(
                #[doc = $words]
                #[derive(Debug, Clone, Copy)]
                pub struct $name;

                impl Act for $name {
                    const ACTION: Action = Action::$name;
                }
            )*
        }
    };
}

actions! {
    SeePublicEvent = "see the public page of an event";
    Register = "register for an open event";
    SeeInvitation = "see the own invitation";
    SeeOwnData = "see what is held about oneself, proven by mail";
    EraseOwnData = "have oneself erased, proven by mail";
    ObjectToMailings = "object to mailings, and allow them again";
    AnswerInvitation = "answer, change or cancel the own invitation";
    SignIn = "sign in and out";
    JoinTeam = "accept an invitation to the team, set a new password by mail";
    ManageOwnAccount = "see and end own sessions, change the own password";
    ManageFactors = "set up and remove own passkeys and codes";
    SeeTeam = "see who is in the team";
    ManageTeam = "invite to the team, change and end roles";
    ReviewAccess = "confirm or end every role, from time to time";
    ManageSignOn = "set up single sign-on";
    SeeSupport = "see when the provider's support was let in and what it did";
    GrantSupport = "let the provider's support in for hours, and end that";
    SeeSupportDesk = "see which tenants let support in";
    ListEvents = "see the list of events, of whoever works at single ones these";
    CreateEvents = "create events";
    SeeEvents = "see an event and its figures";
    PlanEvents = "change, publish, close and call off an event";
    SeeGuests = "see guests with names and history";
    SeeSpecialReplies = "see replies of special categories (diet, access needs)";
    EditGuests = "import, add and change guests";
    TakeOffGuests = "take single guests off a list for good";
    ErasePeople = "erase a person for good";
    ExportGuests = "export the guest list";
    SendMailings = "write and send invitations";
    SeeMailbox = "read mails that were kept instead of sent";
    DeliverMail = "hand queued mails to the mail server";
    SeeLog = "read the log and check it";
    SequenceLog = "give entries their place and sign the log";
    AskForReview = "ask by mail for a review of roles";
    DeleteExpired = "delete guests when their time is over";
    OfferPlaces = "offer free places to those who wait";
    ManageTenants = "create tenants";
    ManageUsers = "create accounts and grants";
    RotateKeys = "see and change root keys";
    KeepBackups = "make, check and restore backups";
}
