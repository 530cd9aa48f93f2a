//! What is indexed of a person.

use uuid::Uuid;

/// What is indexed of a person, as written. Absent fields are empty.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// The record; unique in the whole index.
    pub id: Uuid,
    /// What it is listed with (the event).
    pub group: Uuid,
    /// Last name.
    pub family_name: &'a str,
    /// First name.
    pub given_name: &'a str,
    /// Company or institution.
    pub company: &'a str,
    /// Mail address.
    pub email: &'a str,
}

impl std::fmt::Debug for Record<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "[record {}]", self.id)
    }
}
