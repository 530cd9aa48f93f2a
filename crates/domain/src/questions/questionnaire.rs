//! Everything that an event asks.

use serde::{Deserialize, Serialize};

use super::{Question, QuestionKind, RawReplies, Reply, Rule, Rules, reply::check};
use crate::{Instant, Locale, fields::FieldError};

/// Everything that an event asks its guests, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Questionnaire {
    /// The largest number that a question or a choice has had.
    pub numbers: u32,
    /// The questions, asked or no longer asked.
    pub questions: Vec<Question>,
}

impl Questionnaire {
    /// The most questions of one event.
    pub const QUESTIONS_MAX: usize = 50;

    /// The questions that are asked, if only of some guests.
    pub fn asked(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.is_asked)
    }

    /// A question by its number.
    pub fn question(&self, number: u32) -> Option<&Question> {
        let mut questions = self.questions.iter();
        questions.find(|question| question.number == number)
    }

    /// Whether replies to the question with this number are of a special category.
    pub fn is_special(&self, number: u32) -> bool {
        self.question(number)
            .is_some_and(|question| question.is_special)
    }

    /// Replies that are kept with the guest, and those of a special category, which are kept apart.
    pub fn divide(&self, replies: Vec<Reply>) -> (Vec<Reply>, Vec<Reply>) {
        let replies = replies.into_iter();
        replies.partition(|reply| !self.is_special(reply.question))
    }

    /// What is shown to a guest who replied this: what is asked and offered, and what was picked before.
    #[must_use]
    pub fn shown_to(&self, replies: &[Reply]) -> Self {
        let mut copy = self.clone();
        copy.questions.retain(|question| question.is_asked);
        for question in &mut copy.questions {
            let had = replies
                .iter()
                .find(|reply| reply.question == question.number);
            let picked = had.map_or(&[][..], |reply| reply.picked());
            let choices = &mut question.choices;
            choices.retain(|choice| choice.is_offered || picked.contains(&choice.number));
        }
        copy
    }

    /// What is asked of an organiser who enters a guest's answer: nobody agrees to something for another, nothing is needed, and
    /// special categories are for whoever may see them.
    #[must_use]
    pub fn for_organiser(&self, with_special: bool) -> Self {
        let mut copy = self.clone();
        for question in &mut copy.questions {
            let can_be_entered =
                question.kind != QuestionKind::Consent && (with_special || !question.is_special);
            question.is_asked &= can_be_entered;
            question.is_required = false;
        }
        copy
    }

    /// What another event asks that is made after this one: nothing that is no longer asked or offered.
    #[must_use]
    pub fn for_another_event(&self) -> Self {
        let mut copy = self.shown_to(&[]);
        copy.drop_dead_conditions();
        copy
    }

    /// What decides whether each question is put.
    pub fn rules(&self) -> Rules {
        let rule = |question: &Question| Rule(question.number, question.kind, question.only_if);
        Rules(self.asked().map(rule).collect())
    }

    /// Checks the replies of a guest who accepts. What was replied before to questions that are no longer asked is
    /// kept, what was replied to questions that are not put to this guest is not.
    pub fn check(
        &self,
        raw: &RawReplies,
        before: &[Reply],
        locale: Locale,
        now: Instant,
    ) -> Result<Vec<Reply>, Vec<FieldError>> {
        let rules = self.rules();
        let (mut replies, mut errors) = (Vec::new(), Vec::new());
        for question in &self.questions {
            let number = question.number;
            let had = before.iter().find(|reply| reply.question == number);
            if !question.is_asked {
                replies.extend(had.cloned());
            } else if rules.is_put(number, raw) {
                match check(question, raw, had.map(|reply| &reply.said), locale, now) {
                    Ok(Some(said)) => replies.push(Reply {
                        question: number,
                        said,
                    }),
                    Ok(None) => {}
                    Err(error) => errors.push(error),
                }
            }
        }
        if errors.is_empty() {
            Ok(replies)
        } else {
            Err(errors)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fields::Problem,
        questions::{
            QuestionEdit, RawQuestion, Said,
            edit::tests::{menu, raw, with},
        },
    };

    const NOW: Instant = Instant(1_000);

    fn said(values: &[(u32, &str)]) -> RawReplies {
        let values = values.iter();
        RawReplies(
            values
                .map(|(number, value)| (*number, vec![(*value).to_owned()]))
                .collect(),
        )
    }

    fn check(form: &Questionnaire, values: &[(u32, &str)]) -> Result<Vec<Reply>, Vec<FieldError>> {
        form.check(&said(values), &[], Locale::De, NOW)
    }

    fn reply(question: u32, said: Said) -> Reply {
        Reply { question, said }
    }

    #[test]
    fn a_question_is_put_only_if_its_condition_holds() {
        let vegan = check(&menu(), &[(1, "3"), (4, "Nüsse")]).expect("taken");
        let nuts = Said::Text("Nüsse".into());
        assert_eq!(vegan, [reply(1, Said::Choices(vec![3])), reply(4, nuts)]);
        let meat = check(&menu(), &[(1, "2"), (4, "Nüsse")]).expect("taken");
        assert_eq!(meat, [reply(1, Said::Choices(vec![2]))]);
    }

    #[test]
    fn a_condition_on_a_question_that_is_no_longer_asked_decides_nothing() {
        let form = menu()
            .edited(QuestionEdit::Remove(1), true)
            .expect("taken away");
        let replies = form.check(
            &said(&[(4, "Nüsse")]),
            &[reply(1, Said::Choices(vec![2]))],
            Locale::De,
            NOW,
        );
        let nuts = Said::Text("Nüsse".into());
        assert_eq!(
            replies,
            Ok(vec![reply(1, Said::Choices(vec![2])), reply(4, nuts)])
        );
    }

    #[test]
    fn an_organiser_enters_what_was_said_and_leaves_the_rest_as_it_was() {
        let consent = RawQuestion {
            is_required: true,
            ..raw("consent", "Fotos")
        };
        let special = RawQuestion {
            is_special: true,
            why: raw("text", "Küche").label,
            ..raw("text", "Allergien")
        };
        let form = with(&with(&menu(), consent), special);
        let numbers: Vec<u32> = form.asked().map(|question| question.number).collect();
        let &[.., agreed, allergies] = numbers.as_slice() else {
            panic!("two more questions");
        };
        let had = [
            reply(
                agreed,
                Said::Agreed {
                    text: "Fotos".into(),
                    at: NOW,
                },
            ),
            reply(allergies, Said::Text("Nüsse".into())),
        ];
        let entered = said(&[(1, "2"), (allergies, "keine")]);
        let replies = |with_special| {
            let asked = form.for_organiser(with_special);
            asked.check(&entered, &had, Locale::De, NOW).expect("taken")
        };
        let meat = reply(1, Said::Choices(vec![2]));
        let [agreed, nuts] = had.clone();
        assert_eq!(replies(false), [meat.clone(), agreed.clone(), nuts]);
        let none = reply(allergies, Said::Text("keine".into()));
        assert_eq!(replies(true), [meat, agreed, none]);
    }

    #[test]
    fn a_required_question_needs_a_reply_where_it_is_put() {
        let required = RawQuestion {
            is_required: true,
            only_if: "1-3".into(),
            ..raw("text", "Allergien")
        };
        let form = menu()
            .edited(QuestionEdit::Put(4, Box::new(required)), true)
            .expect("changed");
        assert!(check(&form, &[(1, "2")]).is_ok());
        assert_eq!(
            check(&form, &[(1, "3"), (4, " \u{200B} ")]),
            Err(vec![FieldError::new("q-4", Problem::Unanswered)])
        );
    }

    #[test]
    fn each_kind_takes_what_it_asks_for() {
        let long = "x".repeat(201);
        for (kind, typed, problem) in [
            ("text", "<script>\0", None),
            ("text", long.as_str(), Some(Problem::TooLong { max: 200 })),
            ("number", "1 200", None),
            ("number", "zwei", Some(Problem::NotANumber)),
            ("number", "99999999999", Some(Problem::NotANumber)),
            ("day", "2027-02-28", None),
            ("day", "2027-02-29", Some(Problem::NotADay)),
            ("day", "2027-02-28T10:00", Some(Problem::NotADay)),
            ("email", "anna@example.org", None),
            ("email", "anna@", Some(Problem::NotAnAddress)),
            ("phone", "+43 1 / 234-56", None),
            ("phone", "ja", Some(Problem::NotAPhone)),
            ("choice", "2", None),
            ("choice", "77", Some(Problem::UnknownChoice)),
            ("choice", "two", Some(Problem::UnknownChoice)),
        ] {
            let form = with(&Questionnaire::default(), raw(kind, "Was?"));
            let found = check(&form, &[(1, typed)]).err();
            let expected = problem.map(|problem| vec![FieldError::new("q-1", problem)]);
            assert_eq!(found, expected, "{kind} {typed}");
            let in_browser = form.rules().problem(1, &said(&[(1, typed)]));
            if !matches!(kind, "day" | "email" | "choice") {
                assert_eq!(in_browser, problem, "{kind} {typed}");
            }
        }
    }

    #[test]
    fn one_is_one_and_any_is_any() {
        let twice = RawReplies(vec![(1, vec!["2".into(), "3".into(), "3".into()])]);
        let one = with(&Questionnaire::default(), raw("choice", "Was?"));
        assert!(one.check(&twice, &[], Locale::De, NOW).is_err());
        let any = with(&Questionnaire::default(), raw("choices", "Was?"));
        let replies = any.check(&twice, &[], Locale::De, NOW).expect("taken");
        assert_eq!(replies, [reply(1, Said::Choices(vec![2, 3]))]);
    }

    #[test]
    fn what_is_no_longer_offered_can_be_kept_but_not_picked() {
        let fewer = RawQuestion {
            choices: "Vegan".into(),
            ..raw("choice", "Menü")
        };
        let form = menu()
            .edited(QuestionEdit::Put(1, Box::new(fewer)), true)
            .expect("changed");
        let before = [reply(1, Said::Choices(vec![2]))];
        let meat = said(&[(1, "2")]);
        assert_eq!(
            form.check(&meat, &before, Locale::De, NOW),
            Ok(before.to_vec())
        );
        assert_eq!(
            form.check(&meat, &[], Locale::De, NOW),
            Err(vec![FieldError::new("q-1", Problem::UnknownChoice)])
        );
    }

    #[test]
    fn a_consent_is_kept_with_its_text_and_time_until_the_text_changes() {
        let form = with(
            &Questionnaire::default(),
            raw("consent", "Fotos sind erlaubt."),
        );
        let given = check(&form, &[(1, "yes")]).expect("taken");
        let agreed = |text: &str, at| {
            reply(
                1,
                Said::Agreed {
                    text: text.into(),
                    at,
                },
            )
        };
        assert_eq!(given, [agreed("Fotos sind erlaubt.", NOW)]);
        let later = Instant(9_000);
        let again = form.check(&said(&[(1, "yes")]), &given, Locale::En, later);
        assert_eq!(again, Ok(given.clone()));
        let other = QuestionEdit::Put(1, Box::new(raw("consent", "Fotos und Filme.")));
        let form = form.edited(other, true).expect("changed");
        assert_eq!(
            RawReplies::from_replies(&form, &given),
            RawReplies::default(),
            "not ticked"
        );
        let anew = form.check(&said(&[(1, "yes")]), &given, Locale::De, later);
        assert_eq!(anew, Ok(vec![agreed("Fotos und Filme.", later)]));
        assert_eq!(
            form.check(&said(&[]), &given, Locale::De, later),
            Ok(vec![])
        );
    }

    #[test]
    fn a_reply_to_a_question_that_does_not_exist_is_nothing() {
        assert_eq!(check(&menu(), &[(99, "x"), (0, "y")]), Ok(vec![]));
    }
}
