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
