//! The index against a list that does the same without any cleverness.

use std::collections::BTreeSet;

use search::{Cursor, Index, Record, fold, fold_long};
use uuid::Uuid;

/// A seeded generator (SplitMix64): the same steps in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % count as u64).expect("below a usize")
    }

    fn one<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

const FAMILY: [&str; 14] = [
    "Huber",
    "Müller",
    "Mueller",
    "Muller",
    "Meyer-Lansky",
    "O’Brien",
    "Łukasik",
    "Groß",
    "Gross",
    "Öllinger",
    "Ζορμπάς",
    "van der Berg",
    "",
    "-",
];
const GIVEN: [&str; 9] = [
    "Anna",
    "Jörg",
    "Joerg",
    "Søren",
    "Zoë",
    "Юрий",
    "Anna Maria",
    "",
    "🎉",
];
const COMPANY: [&str; 5] = ["Österreichische Post", "Huber & Co", "", "", "Åland AG"];
const NEEDLES: [&str; 24] = [
    "",
    " - ",
    "a",
    "anna",
    "hub",
    "anna hub",
    "hub anna",
    "huber, anna",
    "müller",
    "mueller",
    "muller",
    "meyer-lansky",
    "lansky meyer",
    "obrien",
    "o'brien",
    "gross",
    "post",
    "oesterr",
    "nobody",
    "1@x",
    "@x.example",
    "7",
    "anna nobody",
    "joerg mull",
];

#[derive(Clone, PartialEq)]
struct Entry {
    id: u128,
    group: u128,
    fields: [String; 4],
    key: (bool, String, String),
    haystack: String,
}

impl Entry {
    fn random(chance: &mut Chance, id: u128) -> Self {
        let email = match chance.below(4) {
            0 => String::new(),
            _ => format!(
                "{}-{}@x.example",
                chance.one(&["anna", "office", "müller"]),
                chance.below(50)
            ),
        };
        let group = [1, 1, 1, 1, 1, 1, 2, 2, 3][chance.below(9)];
        let fields = [
            chance.one(&FAMILY).to_owned(),
            chance.one(&GIVEN).to_owned(),
            chance.one(&COMPANY).to_owned(),
            email,
        ];
        let present = |fields: &[String]| -> Vec<String> {
            let folded = fields.iter().map(|field| fold(field));
            folded.filter(|field| !field.is_empty()).collect()
        };
        let mut key = present(&fields[..2]);
        let unnamed = key.is_empty();
        if unnamed {
            key = present(&fields[2..]);
        }
        let mut key = key.into_iter();
        let mut part = || key.next().unwrap_or_default();
        let key = (unnamed, part(), part());
        let haystack = fields
            .iter()
            .map(|field| format!("{}\n{}\n", fold(field), fold_long(field)));
        Self {
            id,
            group,
            key,
            haystack: haystack.collect(),
            fields,
        }
    }

    fn record(&self) -> Record<'_> {
        Record {
            id: Uuid::from_u128(self.id),
            group: Uuid::from_u128(self.group),
            family_name: &self.fields[0],
            given_name: &self.fields[1],
            company: &self.fields[2],
            email: &self.fields[3],
        }
    }

    fn has(&self, needle: &str) -> bool {
        let (plain, long) = (fold(needle), fold_long(needle));
        let mut words = plain.split(' ').zip(long.split(' '));
        words.all(|(plain, long)| self.haystack.contains(plain) || self.haystack.contains(long))
    }
}

#[derive(Default)]
struct Model {
    entries: Vec<Entry>,
    index: Index,
}

impl Model {
    fn put(&mut self, entry: Entry) {
        self.index.put(&entry.record());
        self.entries.retain(|other| other.id != entry.id);
        self.entries.push(entry);
    }

    fn remove(&mut self, id: u128) {
        let was_there = self.entries.iter().any(|entry| entry.id == id);
        assert_eq!(self.index.remove(Uuid::from_u128(id)), was_there);
        self.entries.retain(|entry| entry.id != id);
    }

    fn remove_group(&mut self, group: u128) {
        let count = self
            .entries
            .iter()
            .filter(|entry| entry.group == group)
            .count();
        assert_eq!(self.index.remove_group(Uuid::from_u128(group)), count);
        self.entries.retain(|entry| entry.group != group);
    }

    fn expected(&self, group: Option<u128>, needle: &str) -> Vec<u128> {
        let in_group = |entry: &&Entry| group.is_none_or(|group| entry.group == group);
        let mut found: Vec<_> = self
            .entries
            .iter()
            .filter(in_group)
            .filter(|entry| entry.has(needle))
            .collect();
        found.sort_by_key(|entry| (entry.key.clone(), entry.id));
        found.iter().map(|entry| entry.id).collect()
    }

    fn page(
        &mut self,
        list: (Option<u128>, &str),
        after: Option<&Cursor>,
        limit: usize,
    ) -> (Vec<u128>, Option<Cursor>) {
        let group = list.0.map(Uuid::from_u128);
        let page = self.index.find(group, list.1, after, limit);
        let again = self.index.find_settled(group, list.1, after, limit);
        assert_eq!(
            again.as_ref(),
            Some(&page),
            "a list is settled after a look"
        );
        (page.ids.iter().map(Uuid::as_u128).collect(), page.next)
    }

    /// All pages one after another; `between` happens after each.
    fn pages(
        &mut self,
        list: (Option<u128>, &str),
        limit: usize,
        mut between: impl FnMut(&mut Self),
    ) -> Vec<u128> {
        let mut all = Vec::new();
        let mut after = None;
        loop {
            let (ids, next) = self.page(list, after.as_ref(), limit);
            assert!(
                ids.len() == limit || next.is_none(),
                "a page before the last is full"
            );
            assert!(after.is_none() || !ids.is_empty() || next.is_none());
            all.extend(ids);
            assert!(all.len() < 5000, "the pages end");
            let Some(next) = next else { return all };
            after = Cursor::from_bytes(&next.to_bytes());
            assert_eq!(after, Some(next));
            between(self);
        }
    }

    fn change(&mut self, chance: &mut Chance, ids: usize) {
        let id = chance.below(ids) as u128;
        match chance.below(3) {
            0 => self.remove(id),
            _ => self.put(Entry::random(chance, id)),
        }
    }

    fn step(&mut self, chance: &mut Chance) {
        let ids = 500;
        match chance.below(100) {
            0 => self.remove_group([2, 2, 3, 3, 1][chance.below(5)]),
            1..6 => (0..chance.below(200)).for_each(|_| self.change(chance, ids)),
            6..9 => (0..chance.below(120)).for_each(|_| self.remove(chance.below(ids) as u128)),
            9 => self.index.settle(),
            10..13 if !self.entries.is_empty() => {
                let same = self.entries[chance.below(self.entries.len())].clone();
                self.put(same);
            }
            _ => self.change(chance, ids),
        }
    }
}

fn any_list(chance: &mut Chance) -> (Option<u128>, &'static str) {
    let group = [None, Some(1), Some(1), Some(2), Some(3), Some(9)][chance.below(6)];
    (group, chance.one(&NEEDLES))
}

#[test]
fn it_finds_what_a_naive_list_finds_after_any_changes() {
    for seed in 1..=3 {
        let mut chance = Chance(seed);
        let mut model = Model::default();
        for step in 0..2500 {
            model.step(&mut chance);
            assert_eq!(model.index.len(), model.entries.len());
            if chance.below(3) > 0 {
                continue;
            }
            let list = any_list(&mut chance);
            let limit = [1, 3, 50, usize::MAX][chance.below(4)];
            let found = model.pages(list, limit, |_| {});
            assert_eq!(
                found,
                model.expected(list.0, list.1),
                "seed {seed}, step {step}, {list:?}"
            );
        }
    }
}

#[test]
fn pages_under_change_show_each_untouched_record_once() {
    for seed in 1..=60 {
        let mut chance = Chance(1000 + seed);
        let mut model = Model::default();
        for id in 0..400 {
            model.put(Entry::random(&mut chance, id));
        }
        let list = any_list(&mut chance);
        let before = model.entries.clone();
        let mut dice = Chance(seed);
        let mut touched = BTreeSet::new();
        let found = model.pages(list, 5, |model| {
            for _ in 0..dice.below(6) {
                model.step(&mut dice);
            }
            let changed = before.iter().filter(|entry| !model.entries.contains(entry));
            touched.extend(changed.map(|entry| entry.id));
            let added = model.entries.iter().filter(|entry| !before.contains(entry));
            touched.extend(added.map(|entry| entry.id));
        });
        let untouched = |ids: Vec<u128>| -> Vec<u128> {
            ids.into_iter().filter(|id| !touched.contains(id)).collect()
        };
        let whole = Model {
            entries: before.clone(),
            index: Index::new(),
        };
        assert_eq!(
            untouched(found),
            untouched(whole.expected(list.0, list.1)),
            "seed {seed}, {list:?}"
        );
    }
}

#[test]
fn built_at_once_or_one_by_one_it_is_the_same() {
    let mut chance = Chance(7);
    let mut model = Model::default();
    let entries: Vec<Entry> = (0..700)
        .map(|number| Entry::random(&mut chance, number % 600))
        .collect();
    let mut built = Index::build(entries.iter().map(Entry::record));
    for entry in entries {
        model.put(entry);
    }
    assert_eq!(built.len(), 600);
    for group in [None, Some(1), Some(2), Some(3)] {
        for needle in NEEDLES {
            let ids = built
                .find_settled(group.map(Uuid::from_u128), needle, None, 1000)
                .expect("settled")
                .ids;
            let ids: Vec<u128> = ids.iter().map(Uuid::as_u128).collect();
            assert_eq!(ids, model.expected(group, needle), "{group:?} {needle}");
        }
    }
    built.settle();
    assert_eq!(built.len(), 600);
}
