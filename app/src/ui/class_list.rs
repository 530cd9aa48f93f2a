/// Joins the classes of a component with those its caller adds.
pub(super) fn class_list(own: &str, added: &str) -> String {
    if added.is_empty() {
        own.to_owned()
    } else {
        format!("{own} {added}")
    }
}
