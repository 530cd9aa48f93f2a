//! Names and values of a form or a query, in order.

/// Names and values of a form or a query, in order.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Pairs(pub Vec<(String, String)>);

impl Pairs {
    /// The first value of a name; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// The first value of a name.
    pub fn find(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every value of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.0.iter().filter(move |(key, _)| key == name);
        named.map(|(_, value)| value.as_str())
    }

    /// The first value of a name, if it is one that is known: what an address says stands in no key of a text unseen.
    pub fn one_of<'a>(&self, name: &str, known: &[&'a str]) -> Option<&'a str> {
        known.iter().copied().find(|known| self.get(name) == *known)
    }

    /// The first value of a name as text of one's own.
    pub fn text(&self, name: &str) -> String {
        self.get(name).to_owned()
    }
}
