//! How mails leave.

/// How mails leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailWay {
    /// Encrypted from before the first address on, or to a server on the same host.
    Safe,
    /// Encrypted if the server wants it, or not at all.
    Plain,
    /// They are kept here.
    Kept,
}
