//! How many guests stand where.

use serde::{Deserialize, Serialize};

use super::Standing;

/// How many guests of an event stand where; each number is the length of a list that can be looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standings([u32; Standing::ALL.len()]);

impl Standings {
    /// How many guests stand there.
    pub const fn of(&self, standing: Standing) -> u32 {
        self.0[standing as usize]
    }

    /// How many guests stand at one of these.
    pub fn any_of(&self, standings: &[Standing]) -> u32 {
        standings.iter().map(|&standing| self.of(standing)).sum()
    }

    /// Everybody on the list.
    pub fn all(&self) -> u32 {
        self.0.iter().sum()
    }
}

impl FromIterator<(Standing, u32)> for Standings {
    fn from_iter<I: IntoIterator<Item = (Standing, u32)>>(counts: I) -> Self {
        let mut standings = Self::default();
        for (standing, count) in counts {
            standings.0[standing as usize] += count;
        }
        standings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_standing_has_a_count_of_its_own() {
        let counts = Standing::ALL.into_iter().zip(1..);
        let standings: Standings = counts.clone().collect();
        for (standing, count) in counts {
            assert_eq!(standings.of(standing), count, "{standing:?}");
        }
        let many = u32::try_from(Standing::ALL.len()).expect("a few");
        assert_eq!(standings.all(), many * (many + 1) / 2);
        assert_eq!(standings.any_of(&Standing::ALL), standings.all());
    }
}
