//! One variable: set, from a file, or its default.

/// Where variables come from; the process's environment, or a test's.
pub type Source<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The value of a variable, of the file that `NAME_FILE` names, or nothing.
pub fn value(source: Source<'_>, name: &str, problems: &mut Vec<String>) -> Option<String> {
    let direct = source(name).filter(|value| !value.is_empty());
    let file = source(&format!("{name}_FILE")).filter(|path| !path.is_empty());
    match (direct, file) {
        (Some(_), Some(_)) => {
            problems.push(format!(
                "{name} and {name}_FILE are both set; set one of them"
            ));
            None
        }
        (Some(value), None) => Some(value),
        (None, Some(path)) => match std::fs::read_to_string(&path) {
            Ok(value) => Some(value.trim_end().to_owned()),
            Err(error) => {
                problems.push(format!("{name}_FILE cannot be read: {}", error.kind()));
                None
            }
        },
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> (Option<String>, Vec<String>) {
        let source = |name: &str| {
            let set = settings.iter().find(|(set, _)| *set == name);
            set.map(|(_, value)| (*value).to_owned())
        };
        let mut problems = Vec::new();
        let value = value(&source, "EINLASS_SMTP_URL", &mut problems);
        (value, problems)
    }

    #[test]
    fn a_secret_comes_from_the_file_that_a_vault_writes() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("smtp-url");
        std::fs::write(&path, "smtps://einlass:Geheimnis@mail.example\n").expect("written");
        let path = path.to_str().expect("text");
        let (value, problems) = read(&[("EINLASS_SMTP_URL_FILE", path)]);
        assert_eq!(
            value.as_deref(),
            Some("smtps://einlass:Geheimnis@mail.example")
        );
        assert_eq!(problems, [""; 0]);
        for wrong in [
            [("EINLASS_SMTP_URL", "x"), ("EINLASS_SMTP_URL_FILE", path)],
            [
                ("EINLASS_SMTP_URL", ""),
                ("EINLASS_SMTP_URL_FILE", "/nowhere"),
            ],
        ] {
            let (value, problems) = read(&wrong);
            assert_eq!((value, problems.len()), (None, 1), "{wrong:?}");
            assert!(!problems[0].contains("Geheimnis"));
        }
    }
}
