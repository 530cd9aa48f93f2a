//! One page of what was found.
//!
//! Two ways lead to the first hits in the order of the names. *Walking*: go through the sorted list from the cursor and
//! test row after row until the page is full. Best for frequent hits ("a", "huber"), for small groups and for listing
//! everything; hopeless for a needle that nobody has. *Scanning*: one `memmem` through the text of all rows at many
//! gigabytes a second, noting hits in a bit for each row, then a walk that looks at the bits only. Best for rare hits;
//! wasteful where the first fifty rows would have been enough.
//!
//! How frequent a needle is cannot be known in advance, so a walk begins and decides. It may cost an eighth of a scan
//! first, and goes on as long as the hits so far promise a full page for less than a scan. The worst case is therefore
//! little more than one scan, and no list of hits ever has to be sorted.

use uuid::Uuid;

use crate::{
    Cursor, Index,
    needle::{Needle, Word, has_all},
    order::Order,
    rows::Rows,
};

/// Testing one row on a walk takes as long as scanning so many bytes of text. Measured: 30 ns where rows lie in the order
/// of the list, 100 ns where each is a cache miss, and a scan at 10 to 25 GB/s.
const BYTES_PER_STEP: usize = 1024;
/// The part of a scan that a walk may cost before it has to promise a full page.
const TRIAL_PART: usize = 8;

/// One page of records, in the order of the names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The records found.
    pub ids: Vec<Uuid>,
    /// Where the next page begins, if there is more.
    pub next: Option<Cursor>,
}

impl Index {
    /// The first `limit` records of a group (or of all) that have every word of `needle` somewhere in name, company or
    /// address; after the cursor, if one is given. No words: all records.
    ///
    /// Words are compared as [`crate::fold`] has them, or as [`crate::fold_long`] has both sides: "muller" and "mueller"
    /// both find "Müller", and "Müller" finds "Müller", "Muller" and "Mueller"; but "muller" does not find "Mueller", nor
    /// the other way round.
    ///
    /// Records that stay as they are between two pages come exactly once, whatever else is added, renamed or removed. A
    /// record that is renamed meanwhile may come again under its new name, or not at all. A `limit` of 0 finds nothing.
    pub fn find(
        &mut self,
        group: Option<Uuid>,
        needle: &str,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Page {
        self.settle_list(group);
        self.page(self.list(group), needle, after, limit)
    }

    /// As [`Index::find`], without changing anything, so that many readers can share the index: `None` if the list has
    /// to be put in order first, which `find` does.
    pub fn find_settled(
        &self,
        group: Option<Uuid>,
        needle: &str,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Option<Page> {
        let list = self.list(group);
        list.is_none_or(Order::is_settled)
            .then(|| self.page(list, needle, after, limit))
    }

    /// The list of a group, or of all; `None` if there is no such group.
    fn list(&self, group: Option<Uuid>) -> Option<&Order> {
        match group {
            None => Some(&self.all),
            Some(group) => Some(self.groups.order(self.groups.number(group)?)),
        }
    }

    fn page(
        &self,
        list: Option<&Order>,
        needle: &str,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Page {
        let rows = &self.rows;
        let mut list = list.map_or(&[][..], Order::sorted);
        if let Some(Cursor { key, id }) = after {
            let seen = list.partition_point(|row| rows.compare_to(*row, key, *id).is_le());
            list = &list[seen..];
        }
        let needle = Needle::new(needle);
        // One more tells whether there is a next page.
        let mut hits = hits(rows, list, &needle.words(), limit.saturating_add(1));
        let is_more = hits.len() > limit;
        hits.truncate(limit);
        Page {
            ids: hits.iter().map(|row| rows.id(*row)).collect(),
            next: hits
                .last()
                .filter(|_| is_more)
                .map(|row| self.cursor_at(*row)),
        }
    }
}

/// The first `wanted` rows of the list that have all words.
fn hits(rows: &Rows, list: &[u32], words: &[Word<'_>], wanted: usize) -> Vec<u32> {
    let mut hits = Vec::new();
    let Some(word) = words.first() else {
        hits.extend(list.iter().take(wanted));
        return hits;
    };
    let scan_steps = rows.all_text().len() * word.forms().count() / BYTES_PER_STEP;
    let mut steps = 0;
    for row in list {
        if hits.len() == wanted {
            return hits;
        }
        if steps >= scan_steps / TRIAL_PART
            && list.len() - steps > scan_steps
            && !is_promising(steps, hits.len(), wanted, scan_steps)
        {
            break;
        }
        steps += 1;
        if has_all(words, rows.text(*row)) {
            hits.push(*row);
        }
    }
    let rest = &list[steps..];
    if !rest.is_empty() && hits.len() < wanted {
        let found = scan(rows, words);
        let missing = wanted - hits.len();
        hits.extend(rest.iter().filter(|row| found.has(**row)).take(missing));
    }
    hits
}

/// Whether a walk with so many hits in so many steps will be done before a scan would.
fn is_promising(steps: usize, hits: usize, wanted: usize, scan_steps: usize) -> bool {
    // steps / hits * (wanted - hits) more steps, and no more than a scan in all.
    steps.saturating_mul(wanted - hits) <= scan_steps.saturating_mul(hits) && steps < scan_steps
}

/// All rows that have all words.
fn scan(rows: &Rows, words: &[Word<'_>]) -> Bits {
    let mut found = Bits::new(rows.count());
    let Some((word, others)) = words.split_first() else {
        return found;
    };
    let text = rows.all_text();
    for form in word.forms() {
        let mut position = 0;
        let mut row = 0;
        while let Some(distance) = form.find(&text[position..]) {
            row = rows.row_at(position + distance, row);
            if has_all(others, rows.text(row)) {
                found.set(row);
            }
            position = rows.end(row);
        }
    }
    found
}

/// A bit for each row.
struct Bits(Vec<u64>);

impl Bits {
    fn new(rows: usize) -> Self {
        Self(vec![0; rows.div_ceil(64)])
    }

    fn set(&mut self, row: u32) {
        self.0[row as usize / 64] |= 1 << (row % 64);
    }

    fn has(&self, row: u32) -> bool {
        self.0[row as usize / 64] >> (row % 64) & 1 == 1
    }
}
