//! Logs to test with. Everything follows from seeds.

use std::sync::LazyLock;

use ledger::{
    ActorKind, Checkpoint, Entry, Frontier, Hash, Signer,
    export::{Divergence, Report, Trusted, VerifyError, Writer, verify},
    leaf_hash,
};

pub const TENANT: &str = "tnt_1";
pub const ORIGIN: &str = "einlass.example/tnt_1";

/// `SplitMix64`: small, and the same everywhere.
pub struct Chance(u64);

impl Chance {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `from` to before `to`.
    pub fn between(&mut self, from: usize, to: usize) -> usize {
        assert!(from < to);
        from + usize::try_from(self.next() % (to - from) as u64).unwrap()
    }
}

pub fn signer() -> &'static Signer {
    static SIGNER: LazyLock<Signer> =
        LazyLock::new(|| Signer::from_seed(&[7; 32], ORIGIN).unwrap());
    &SIGNER
}

pub fn leaves(count: u64) -> Vec<Hash> {
    (0..count)
        .map(|leaf| leaf_hash(&leaf.to_be_bytes()))
        .collect()
}

pub fn entry(number: u64) -> Entry {
    Entry {
        id: format!("ent_{number}"),
        tenant: TENANT.into(),
        at: 1_700_000_000_000 + i64::try_from(number).unwrap() * 1_000,
        actor_kind: ActorKind::User,
        actor: "usr_1".into(),
        origin: "/app/events 192.0.2.0/24".into(),
        action: "guest.invited".into(),
        entity: format!("gst_{number}"),
        person: format!("psn_{number}"),
        fields: vec!["given-name".into(), "email".into()],
        values_hash: Entry::hash_values(&number.to_be_bytes()),
    }
}

pub fn entries(count: u64) -> Vec<Entry> {
    (0..count).map(entry).collect()
}

/// The true checkpoint over the first `size` of the entries.
pub fn checkpoint(entries: &[Entry], size: usize) -> Checkpoint {
    let mut frontier = Frontier::new();
    for entry in &entries[..size] {
        frontier.append(entry.leaf());
    }
    Checkpoint {
        origin: ORIGIN.into(),
        size: frontier.size(),
        root: frontier.root(),
        time_ms: Some(1_700_000_500_000),
    }
}

pub fn note(entries: &[Entry], size: usize) -> String {
    checkpoint(entries, size).sign(signer()).unwrap()
}

pub fn file(entries: &[Entry], notes: &[String]) -> Vec<u8> {
    let mut writer = Writer::start(Vec::new(), TENANT, ORIGIN, signer().verifier()).unwrap();
    for note in notes {
        writer.checkpoint(note).unwrap();
    }
    for entry in entries {
        writer.entry(entry).unwrap();
    }
    writer.finish().unwrap()
}

pub fn check(file: &[u8], trusted: &Trusted) -> Result<Report, Divergence> {
    verify(file, trusted).map_err(|error| match error {
        VerifyError::Divergence(divergence) => divergence,
        VerifyError::Read(error) => panic!("{error}"),
    })
}
