//! Encrypted ways to the database and the mail server.

use backend::mails::MailWay;
use url::{Host, Url};

use super::value::Source;

/// In production, what leaves this host is encrypted, and the other end is who it should be.
pub(super) fn check(
    source: Source<'_>,
    database_url: &str,
    smtp_url: Option<&str>,
    problems: &mut Vec<String>,
) {
    let admin = source("EINLASS_DATABASE_ADMIN_URL");
    let databases = [
        ("EINLASS_DATABASE_URL", Some(database_url)),
        ("EINLASS_DATABASE_ADMIN_URL", admin.as_deref()),
    ];
    for (name, url) in databases {
        let url = url.and_then(|url| Url::parse(url).ok());
        if url.is_some_and(|url| !is_database_safe(&url)) {
            problems.push(format!(
                "production needs sslmode=verify-full in {name} for a database on another host"
            ));
        }
    }
    let mail = smtp_url.and_then(|url| Url::parse(url).ok());
    if mail.is_some_and(|url| !is_mail_safe(&url)) {
        let problem = "production needs smtps://… or smtp://…?tls=required in EINLASS_SMTP_URL for a mail server on \
                       another host";
        problems.push(problem.to_owned());
    }
    // Where the AWS SDK is told to find the key service, if not where it always is.
    let kms = ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_KMS"].map(source);
    let kms = kms.iter().flatten().filter_map(|url| Url::parse(url).ok());
    for url in kms.filter(|url| url.scheme() != "https" && !is_here(url)) {
        let host = url.host_str().unwrap_or_default();
        problems.push(format!(
            "production needs an https:// address of the key service, not http://{host}"
        ));
    }
}

fn is_database_safe(url: &Url) -> bool {
    // Encrypted to somebody whose certificate nobody looks at would be encrypted to anybody.
    let modes = url
        .query_pairs()
        .filter(|(name, _)| matches!(&**name, "sslmode" | "ssl-mode"));
    // Of several, the last counts.
    let encrypts = modes.last().is_some_and(|(_, mode)| mode == "verify-full");
    // A host that is named behind the address takes the place of the one in it; a path is a socket of this host.
    let named: Vec<bool> = url
        .query_pairs()
        .filter(|(name, _)| matches!(&**name, "host" | "hostaddr"))
        .map(|(_, host)| host.starts_with('/'))
        .collect();
    let is_near = if named.is_empty() {
        is_here(url)
    } else {
        named.into_iter().all(|is_socket| is_socket)
    };
    url.scheme() == "sqlite" || is_near || encrypts
}

/// How mails leave to this server.
pub(super) fn of_mails(smtp_url: Option<&str>) -> MailWay {
    match smtp_url.map(Url::parse) {
        None => MailWay::Kept,
        Some(Ok(url)) if is_mail_safe(&url) => MailWay::Safe,
        Some(_) => MailWay::Plain,
    }
}

fn is_mail_safe(url: &Url) -> bool {
    url.scheme() == "smtps"
        || is_here(url)
        || asks(url, |name, value| (name, value) == ("tls", "required"))
}

fn asks(url: &Url, wanted: impl Fn(&str, &str) -> bool) -> bool {
    url.query_pairs().any(|(name, value)| wanted(&name, &value))
}

fn is_here(url: &Url) -> bool {
    match url.host() {
        // Hosts of schemes that the URL standard does not know are kept as text.
        Some(Host::Domain(name)) => {
            let address = name.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
            name == "localhost" || address.is_ok_and(|address| address.is_loopback())
        }
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(database: &str, smtp: &str) -> usize {
        let mut problems = Vec::new();
        check(&|_| None, database, Some(smtp), &mut problems);
        problems.len()
    }

    #[test]
    fn a_key_service_on_another_host_is_reached_by_tls() {
        let problems = |url: &str| {
            let mut problems = Vec::new();
            let source = |name: &str| (name == "AWS_ENDPOINT_URL_KMS").then(|| url.to_owned());
            check(&source, "sqlite:///x", None, &mut problems);
            problems.len()
        };
        assert_eq!(problems("https://kms.example.org"), 0);
        assert_eq!(problems("http://127.0.0.1:4566"), 0);
        assert_eq!(problems("http://kms.example.org"), 1);
    }

    #[test]
    fn only_what_must_be_encrypted_counts_as_safe() {
        let way = |url| of_mails(Some(url));
        for url in [
            "smtps://mail.example",
            "smtp://mail.example?tls=required",
            "smtp://localhost:25",
        ] {
            assert_eq!(way(url), MailWay::Safe, "{url}");
        }
        for url in [
            "smtp://mail.example",
            "smtp://mail.example?tls=opportunistic",
            "smtp://tls=required@mail.example",
        ] {
            assert_eq!(way(url), MailWay::Plain, "{url}");
        }
        assert_eq!(of_mails(None), MailWay::Kept);
    }

    #[test]
    fn what_leaves_the_host_is_encrypted() {
        let safe = ("sqlite:///data/einlass.db", "smtps://mail.example.org");
        assert_eq!(problems(safe.0, safe.1), 0);
        for database in [
            "postgres://app@localhost/einlass",
            "postgres://app@127.0.0.1:5432/einlass",
            "postgres://app@[::1]/einlass",
            "postgres:///einlass?host=/run/postgresql",
            "postgres://app@db.example.org/einlass?sslmode=verify-full",
        ] {
            assert_eq!(problems(database, safe.1), 0, "{database}");
        }
        for database in [
            "postgres://app@db.example.org/einlass",
            "postgres://app@10.0.0.7/einlass?sslmode=prefer",
            "postgres://app@10.0.0.7/einlass?sslmode=require",
            "postgres://app@10.0.0.7/einlass?sslmode=verify-ca",
            "postgres://app@db.example.org/einlass?sslmode=verify-full&sslmode=disable",
            "postgres://app@localhost/einlass?host=db.example.org",
            "postgres://app@localhost/einlass?hostaddr=10.0.0.7",
        ] {
            assert_eq!(problems(database, safe.1), 1, "{database}");
        }
        for smtp in [
            "smtp://localhost:25",
            "smtp://mail.example.org?tls=required",
        ] {
            assert_eq!(problems(safe.0, smtp), 0, "{smtp}");
        }
        for smtp in ["smtp://mail.example.org", "smtp://10.0.0.7:25?tls=maybe"] {
            assert_eq!(problems(safe.0, smtp), 1, "{smtp}");
        }
    }
}
