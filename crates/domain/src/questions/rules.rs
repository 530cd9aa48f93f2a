//! Which questions are put to whom, and whether a reply is of its kind: as much as a browser needs to know.

use super::{Condition, QuestionKind, RawReplies, question::field_of, reply::text};
use crate::fields::Problem;

/// What decides whether a question is put, and what kind of reply it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule(
    /// The number of the question.
    pub u32,
    /// What kind of reply it asks for.
    pub QuestionKind,
    /// On what it depends whether it is asked.
    pub Option<Condition>,
);

impl Rule {
    /// The name of the question's field in forms.
    pub fn field(&self) -> String {
        field_of(self.0)
    }
}

/// The rules of all questions that are asked. The server decides by them, and the browser shows what it will decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules(pub Vec<Rule>);

impl Rules {
    /// The rules as one text, `1 choice 0-0 4 text 1-3`: for a browser that need not know any format for it.
    pub fn write(&self) -> String {
        let rule = |rule: &Rule| {
            let nothing = Condition {
                question: 0,
                choice: 0,
            };
            let condition = rule.2.unwrap_or(nothing).code();
            format!("{} {} {condition}", rule.0, rule.1.code())
        };
        let rules: Vec<String> = self.0.iter().map(rule).collect();
        rules.join(" ")
    }

    /// Reads what [`Self::write`] wrote, as far as it is understood.
    pub fn read(text: &str) -> Self {
        let mut words = text.split(' ');
        let mut rules = Vec::new();
        while let (Some(number), Some(kind), Some(condition)) =
            (words.next(), words.next(), words.next())
        {
            if let (Ok(number), Ok(kind)) = (number.parse(), kind.parse()) {
                let condition = Condition::parse(condition);
                rules.push(Rule(
                    number,
                    kind,
                    condition.filter(|condition| condition.question != 0),
                ));
            }
        }
        Self(rules)
    }

    fn of(&self, question: u32) -> Option<&Rule> {
        self.0.iter().find(|rule| rule.0 == question)
    }

    /// Whether a question is put to somebody who replied this to the others. A question on which it depends and which is
    /// no longer asked decides nothing.
    pub fn is_put(&self, question: u32, raw: &RawReplies) -> bool {
        let rule = self.of(question);
        rule.is_some_and(|rule| self.holds(rule, raw, self.0.len()))
    }

    fn holds(&self, rule: &Rule, raw: &RawReplies, steps_max: usize) -> bool {
        let Some(condition) = rule.2 else {
            return true;
        };
        let other = self.of(condition.question);
        let Some(other) = other.filter(|_| steps_max > 0) else {
            return true;
        };
        let mut said = raw.of(other.0);
        let fits = match condition.choice {
            0 => said.next().is_some(),
            choice => said.any(|value| value.parse() == Ok(choice)),
        };
        fits && self.holds(other, raw, steps_max - 1)
    }

    /// What is wrong with a text that was typed. Whether a day or an address exists is left to the server, and to the
    /// browser itself.
    pub fn problem(&self, question: u32, raw: &RawReplies) -> Option<Problem> {
        let rule = self.of(question)?;
        let typed = raw.of(question).next().unwrap_or_default();
        text(rule.1, typed).err()
    }
}
