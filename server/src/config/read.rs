//! Reading and checking the configuration.

use std::{fmt, net::SocketAddr, path::PathBuf, str::FromStr};

use backend::{
    accounts::BreachedPasswords,
    mails::{MailWay, Recipients, Smtp},
};
use domain::passwords::PasswordProfile;
use ipnet::IpNet;
use url::Url;
use vault::Environment;

use super::{
    lists::proxies,
    sign_in::{breached, second_factor},
    value::{Source, value},
    way,
};

/// Everything that can be set; see the table in `docs/operation.md`.
#[derive(Clone)]
pub struct Config {
    /// `EINLASS_ENV`.
    pub environment: Environment,
    /// `EINLASS_LISTEN`.
    pub listen: SocketAddr,
    /// `EINLASS_BASE_URL`, without a slash at the end.
    pub base_url: Url,
    /// `EINLASS_DATA_DIR`.
    pub data_dir: PathBuf,
    /// `EINLASS_DATABASE_URL`.
    pub database_url: String,
    /// `EINLASS_DATABASE_ADMIN_URL`.
    pub database_admin_url: Option<String>,
    /// `EINLASS_KMS_KEY_ID`.
    pub kms_key_id: Option<String>,
    /// `EINLASS_SMTP_URL`.
    pub smtp_url: Option<String>,
    /// `EINLASS_MAIL_FROM`.
    pub mail_from: String,
    /// `EINLASS_MAIL_ALLOW`; everybody in production.
    pub recipients: Recipients,
    /// `EINLASS_PASSWORD_PROFILE`.
    pub passwords: PasswordProfile,
    /// `EINLASS_BREACHED_PASSWORDS`.
    pub breached: Option<BreachedPasswords>,
    /// `EINLASS_SECOND_FACTOR` is `required`.
    pub factor_required: bool,
    /// `EINLASS_TRUSTED_PROXIES`.
    pub trusted_proxies: Vec<IpNet>,
    /// `EINLASS_WORKERS` is not `off`.
    pub workers: bool,
    /// `EINLASS_LOG`.
    pub log: String,
    /// `EINLASS_LOG_FORMAT` is `json`.
    pub log_json: bool,
}

/// Every problem of a configuration.
#[derive(Debug)]
pub struct ConfigProblems(pub Vec<String>);

impl fmt::Display for ConfigProblems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the configuration has problems:")?;
        self.0
            .iter()
            .try_for_each(|problem| write!(out, "\n  - {problem}"))
    }
}

impl std::error::Error for ConfigProblems {}

impl Config {
    /// The configuration of this process.
    pub fn from_env() -> Result<Self, ConfigProblems> {
        Self::read(&|name| std::env::var(name).ok())
    }

    /// Reads and checks everything.
    pub fn read(source: Source<'_>) -> Result<Self, ConfigProblems> {
        let mut problems = Vec::new();
        let p = &mut problems;
        let data_dir = PathBuf::from(
            value(source, "EINLASS_DATA_DIR", p).unwrap_or_else(|| "./data".to_owned()),
        );
        let default_database = format!("sqlite://{}", data_dir.join("einlass.db").display());
        let environment = parsed(
            source,
            "EINLASS_ENV",
            "development",
            "development, test or production",
            p,
        );
        let listen = parsed(
            source,
            "EINLASS_LISTEN",
            "127.0.0.1:3000",
            "an address and port",
            p,
        );
        let base_url = base_url(source, p);
        let database_url = value(source, "EINLASS_DATABASE_URL", p).unwrap_or(default_database);
        if !database_url.starts_with("sqlite:") && !database_url.starts_with("postgres") {
            p.push("EINLASS_DATABASE_URL must begin with sqlite:// or postgres://".to_owned());
        }
        let kms_key_id = value(source, "EINLASS_KMS_KEY_ID", p);
        let (smtp_url, mail_from) = mail(source, p);
        let recipients = recipients(source, environment, p);
        let allow_local_key = value(source, "EINLASS_ALLOW_LOCAL_KEY", p).as_deref() == Some("1");
        if environment == Some(Environment::Production) {
            if kms_key_id.is_none() && !allow_local_key {
                p.push("production needs EINLASS_KMS_KEY_ID (or, at your own risk, EINLASS_ALLOW_LOCAL_KEY=1)".to_owned());
            }
            if base_url.as_ref().is_some_and(|url| url.scheme() != "https") {
                p.push("production needs an https:// address in EINLASS_BASE_URL".to_owned());
            }
            way::check(source, &database_url, smtp_url.as_deref(), p);
        }
        let passwords = parsed(source, "EINLASS_PASSWORD_PROFILE", "tom", "tom or nist", p);
        let (breached, factor_required) = (breached(source, p), second_factor(source, p));
        let database_admin_url = value(source, "EINLASS_DATABASE_ADMIN_URL", p);
        let trusted_proxies = proxies(source, p);
        let workers = switch(source, p);
        let (log, log_json) = log(source, p);
        match (environment, listen, base_url, passwords) {
            (Some(environment), Some(listen), Some(base_url), Some(passwords))
                if problems.is_empty() =>
            {
                Ok(Self {
                    environment,
                    listen,
                    base_url,
                    data_dir,
                    database_url,
                    database_admin_url,
                    kms_key_id,
                    smtp_url,
                    mail_from,
                    recipients,
                    passwords,
                    breached,
                    factor_required,
                    trusted_proxies,
                    workers,
                    log,
                    log_json,
                })
            }
            _ => Err(ConfigProblems(problems)),
        }
    }

    /// The base address as links are made of it.
    pub fn base(&self) -> String {
        self.base_url.as_str().trim_end_matches('/').to_owned()
    }

    /// Scheme, host and port, as browsers send it in `Origin` (RFC 6454).
    pub fn origin(&self) -> String {
        self.base_url.origin().ascii_serialization()
    }

    /// How mails leave.
    pub fn mail_way(&self) -> MailWay {
        way::of_mails(self.smtp_url.as_deref())
    }

    /// Whether mails are kept here that can be read in the mailbox: outside production, where no server or not everybody
    /// is reached.
    pub fn keeps_mails(&self) -> bool {
        self.environment != Environment::Production
            && (self.smtp_url.is_none() || self.recipients != Recipients::Everybody)
    }

    /// Whether cookies can demand TLS.
    pub fn is_https(&self) -> bool {
        self.base_url.scheme() == "https"
    }
}

fn parsed<T: FromStr>(
    source: Source<'_>,
    name: &str,
    default: &str,
    wanted: &str,
    problems: &mut Vec<String>,
) -> Option<T> {
    let text = value(source, name, problems).unwrap_or_else(|| default.to_owned());
    let parsed = text.parse().ok();
    if parsed.is_none() {
        problems.push(format!("{name} must be {wanted}"));
    }
    parsed
}

fn base_url(source: Source<'_>, problems: &mut Vec<String>) -> Option<Url> {
    let url: Option<Url> = parsed(
        source,
        "EINLASS_BASE_URL",
        "http://127.0.0.1:3000",
        "an address such as https://events.example.org",
        problems,
    );
    let url = url?;
    if !matches!(url.scheme(), "http" | "https")
        || url.host().is_none()
        || !matches!(url.path(), "" | "/")
    {
        problems.push("EINLASS_BASE_URL must be http(s)://host without a path".to_owned());
    }
    Some(url)
}

fn mail(source: Source<'_>, problems: &mut Vec<String>) -> (Option<String>, String) {
    let url = value(source, "EINLASS_SMTP_URL", problems);
    let from = value(source, "EINLASS_MAIL_FROM", problems)
        .unwrap_or_else(|| "Einlass <no-reply@localhost>".to_owned());
    let checked = match &url {
        Some(url) => Smtp::new(url, &from).map(drop),
        None => Smtp::check_sender(&from),
    };
    if let Err(error) = checked {
        problems.push(error.to_string());
    }
    (url, from)
}

/// Outside production mails go to nobody who is not named.
fn recipients(
    source: Source<'_>,
    environment: Option<Environment>,
    problems: &mut Vec<String>,
) -> Recipients {
    let text = value(source, "EINLASS_MAIL_ALLOW", problems);
    match (text, environment) {
        (None, Some(Environment::Production)) => Recipients::Everybody,
        (None, _) => Recipients::Only(Vec::new()),
        (Some(_), Some(Environment::Production)) => {
            let problem = "EINLASS_MAIL_ALLOW is for development and test: production sends to everybody";
            problems.push(problem.to_owned());
            Recipients::Everybody
        }
        (Some(text), _) => text.parse().unwrap_or_else(|_| {
            let problem = "EINLASS_MAIL_ALLOW must be addresses and domains such as anna@example.org,@example.org, or *";
            problems.push(problem.to_owned());
            Recipients::Only(Vec::new())
        }),
    }
}

/// The filter of the log, and whether it is in JSON.
fn log(source: Source<'_>, problems: &mut Vec<String>) -> (String, bool) {
    let filter = value(source, "EINLASS_LOG", problems);
    let format = value(source, "EINLASS_LOG_FORMAT", problems);
    let is_json = format.is_some_and(|format| format == "json");
    (filter.unwrap_or_else(|| "info".to_owned()), is_json)
}

fn switch(source: Source<'_>, problems: &mut Vec<String>) -> bool {
    match value(source, "EINLASS_WORKERS", problems).as_deref() {
        None | Some("on") => true,
        Some("off") => false,
        Some(_) => {
            problems.push("EINLASS_WORKERS must be on or off".to_owned());
            true
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Config, ConfigProblems> {
        Config::read(&|name| {
            settings
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn nothing_set_is_a_working_installation() {
        let config = read(&[]).expect("the defaults work");
        assert_eq!(config.database_url, "sqlite://./data/einlass.db");
        assert_eq!(config.base(), "http://127.0.0.1:3000");
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let settings = [
            ("EINLASS_ENV", "staging"),
            ("EINLASS_LISTEN", "3000"),
            ("EINLASS_BASE_URL", "ftp://x.example"),
            ("EINLASS_DATABASE_URL", "mysql://x"),
            ("EINLASS_SMTP_URL", "mail"),
            ("EINLASS_TRUSTED_PROXIES", "10.0.0.0/99"),
            ("EINLASS_MAIL_ALLOW", "anna"),
            ("EINLASS_PASSWORD_PROFILE", "none"),
            ("EINLASS_BREACHED_PASSWORDS", "/nowhere"),
            ("EINLASS_SECOND_FACTOR", "maybe"),
        ];
        let problems = read(&settings).err().expect("ten problems").0;
        assert_eq!(problems.len(), 10, "{problems:?}");
    }

    // The transport of mails wants a runtime.
    #[tokio::test]
    async fn outside_production_mails_reach_whoever_is_named() {
        let server = ("EINLASS_SMTP_URL", "smtp://127.0.0.1:25");
        let kept = read(&[server]).expect("it works");
        assert!(kept.keeps_mails() && !kept.recipients.include("anna@x.example"));
        let some = read(&[server, ("EINLASS_MAIL_ALLOW", "@x.example")]).expect("it works");
        assert!(some.keeps_mails() && some.recipients.include("anna@x.example"));
        let all = read(&[server, ("EINLASS_MAIL_ALLOW", "*")]).expect("it works");
        assert!(!all.keeps_mails() && all.recipients.include("anna@x.example"));
        let production = [
            ("EINLASS_ENV", "production"),
            ("EINLASS_KMS_KEY_ID", "alias/einlass"),
            ("EINLASS_BASE_URL", "https://events.example.org"),
            server,
        ];
        let config = read(&production).expect("it works");
        assert!(!config.keeps_mails() && config.recipients.include("anna@x.example"));
        let mut limited = production.to_vec();
        limited.push(("EINLASS_MAIL_ALLOW", "*"));
        assert!(read(&limited).is_err(), "not in production");
    }

    #[test]
    fn production_refuses_a_local_key_and_plain_http() {
        let problems = read(&[("EINLASS_ENV", "production")])
            .err()
            .expect("two problems")
            .0;
        assert_eq!(problems.len(), 2, "{problems:?}");
        let fine = [
            ("EINLASS_ENV", "production"),
            ("EINLASS_KMS_KEY_ID", "alias/einlass"),
            ("EINLASS_BASE_URL", "https://events.example.org"),
        ];
        assert!(read(&fine).is_ok());
    }
}
