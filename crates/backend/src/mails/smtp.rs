//! Talking to the mail server (RFC 5321) through lettre.

use std::time::Duration;

use domain::ids::MailId;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Attachment, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};

use super::{Mail, Recipients};

/// A connection to a mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    host: String,
    recipients: Recipients,
}

/// Why the address of a mail server or sender is not taken.
#[derive(Debug, thiserror::Error)]
pub enum MailUrlError {
    /// `EINLASS_SMTP_URL` is wrong.
    #[error(
        "EINLASS_SMTP_URL is not a mail server: smtp://host:port, smtps://… or smtp://…?tls=required"
    )]
    Server,
    /// `EINLASS_MAIL_FROM` is wrong.
    #[error("EINLASS_MAIL_FROM is not an address such as: Einlass <no-reply@example.org>")]
    Sender,
}

/// Why a mail was not taken. Holds no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// To be tried again.
    #[error("the mail server cannot take the mail now")]
    Later {
        /// Reply code, if there was a reply.
        code: Option<u16>,
    },
    /// The connection broke before the reply: the server may have the mail or not.
    #[error("nobody knows whether the mail server has the mail")]
    Unknown,
    /// Never to be tried again.
    #[error("the mail server refuses the mail for good")]
    Never {
        /// Reply code, if there was a reply.
        code: Option<u16>,
    },
}

const TIMEOUT: Duration = Duration::from_secs(30);

impl Smtp {
    /// A transport for `smtp://`, `smtps://` or `smtp://…?tls=required`; connects when the first mail is sent.
    pub fn new(url: &str, from: &str) -> Result<Self, MailUrlError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| MailUrlError::Server)?
            .timeout(Some(TIMEOUT))
            .build();
        let from: Mailbox = from.parse().map_err(|_| MailUrlError::Sender)?;
        let host = from.email.domain().to_owned();
        Ok(Self {
            transport,
            from,
            host,
            recipients: Recipients::Everybody,
        })
    }

    /// The same server, for mails to these recipients only.
    #[must_use]
    pub fn only_to(self, recipients: Recipients) -> Self {
        Self { recipients, ..self }
    }

    /// Whether a mail to this address goes out.
    pub(super) fn reaches(&self, address: &str) -> bool {
        self.recipients.include(address)
    }

    /// Checks a sender without a server.
    pub fn check_sender(from: &str) -> Result<(), MailUrlError> {
        from.parse::<Mailbox>()
            .map(drop)
            .map_err(|_| MailUrlError::Sender)
    }

    /// Hands a mail over; its Message-ID is the same with every attempt.
    pub async fn send(&self, id: MailId, mail: &Mail) -> Result<(), SendError> {
        let message = self
            .message(id, mail)
            .ok_or(SendError::Never { code: None })?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) => Err(meaning_of(&error)),
        }
    }

    fn message(&self, id: MailId, mail: &Mail) -> Option<Message> {
        let (local, host) = mail.to.rsplit_once('@')?;
        let host = idna::domain_to_ascii(host).ok()?;
        let address = Address::new(local, host).ok()?;
        let name = (!mail.to_name.is_empty()).then(|| mail.to_name.clone());
        let bodies = MultiPart::alternative()
            .singlepart(SinglePart::plain(mail.text.clone()))
            .singlepart(SinglePart::html(mail.html.clone()));
        let builder = Message::builder()
            .message_id(Some(format!("<{}@{}>", id, self.host)))
            .from(self.from.clone())
            .to(Mailbox::new(name, address))
            .subject(mail.subject.clone());
        let builder = match &mail.objection {
            None => builder,
            Some(link) => builder
                .raw_header(header("List-Unsubscribe", format!("<{link}>")))
                .raw_header(header("List-Unsubscribe-Post", ONE_CLICK.to_owned())),
        };
        match &mail.calendar {
            None => builder.multipart(bodies),
            Some(calendar) => {
                let kind =
                    ContentType::parse("text/calendar; charset=utf-8; method=PUBLISH").ok()?;
                let file = Attachment::new("event.ics".to_owned()).body(calendar.clone(), kind);
                builder.multipart(MultiPart::mixed().multipart(bodies).singlepart(file))
            }
        }
        .ok()
    }
}

/// What the mail program of a recipient sends to object (RFC 8058, section 3.1).
const ONE_CLICK: &str = "List-Unsubscribe=One-Click";

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

fn meaning_of(error: &lettre::transport::smtp::Error) -> SendError {
    let code = error.status().map(u16::from);
    if error.is_permanent() || error.is_client() {
        SendError::Never { code }
    } else if code.is_some() || is_before_the_mail(error) {
        SendError::Later { code }
    } else {
        SendError::Unknown
    }
}

/// Whether no connection was made, so that the server cannot have the mail. The library tells it by words only.
fn is_before_the_mail(error: &lettre::transport::smtp::Error) -> bool {
    error.is_tls() || error.is_transport_shutdown() || error.to_string().starts_with("Connection")
}
