//! Data protection as the browser may know it: overview, log, erasures.

use serde::{Deserialize, Serialize};

/// Times are as people write them, and empty where nothing happened yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverviewView {
    /// Code of the key provider: `aws-kms` or `local-key-file`.
    pub provider: String,
    /// Version of the tenant's newest root key.
    pub root_version: u32,
    /// When it was made.
    pub root_made: String,
    /// Whether its change is under way.
    pub rotating: bool,
    /// Keys of people, events and others.
    pub keys: u64,
    /// Entries in the log that are signed.
    pub entries: u64,
    /// When the log was last signed.
    pub signed: String,
    /// Whether entries have been waiting for longer than they should.
    pub late: bool,
    /// The public key of the log.
    pub verifier: String,
    /// People who were erased on request.
    pub erased: u64,
    /// When the last backup was made.
    pub backup_created: String,
    /// When a backup was last restored for trial.
    pub backup_verified: String,
    /// When the installation was last restored.
    pub backup_restored: String,
}

/// What the log is asked for. Everything may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogQuery {
    /// Code of the kind of actor.
    #[serde(default)]
    pub actor: String,
    /// Id of an account.
    #[serde(default)]
    pub user: String,
    /// Kind of thing, such as `guest`.
    #[serde(default)]
    pub topic: String,
    /// First day, `YYYY-MM-DD`.
    #[serde(default)]
    pub from: String,
    /// Last day, `YYYY-MM-DD`.
    #[serde(default)]
    pub until: String,
    /// The last entry of the page before.
    #[serde(default)]
    pub before: String,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLineView {
    /// Its place in the log, from 1; none while it waits for one.
    pub place: Option<u64>,
    /// When, as people write it.
    pub at: String,
    /// When, in UTC.
    pub at_utc: String,
    /// Who, in words.
    pub actor: String,
    /// The account, if it was somebody of the team.
    pub user: String,
    /// Route and network.
    pub origin: String,
    /// What was done, in words.
    pub action: String,
    /// The changed fields, in words.
    pub fields: Vec<String>,
    /// The page of what it was done to; empty if there is none.
    pub href: String,
}

/// One page of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogPageView {
    /// Lines, the newest first.
    pub lines: Vec<LogLineView>,
    /// The last one, when there are more.
    pub next: Option<String>,
    /// The newest checkpoint, a signed note; empty before the first.
    pub checkpoint: String,
    /// The public key.
    pub verifier: String,
}

/// What would be erased with a guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtentView {
    /// Entries on guest lists.
    pub guests: u64,
    /// Mails.
    pub mails: u64,
    /// Personal links.
    pub links: u64,
}

/// One erasure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasureView {
    /// The random id that the person had.
    pub person: String,
    /// When, as people write it.
    pub at: String,
    /// Who did it.
    pub actor: String,
}

/// A page of erasures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasurePageView {
    /// Erasures, the last one first.
    pub lines: Vec<ErasureView>,
    /// Where the next page begins, when there are more.
    pub next: Option<String>,
}

/// The certificate in words, and as the file that can be checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateView {
    /// The random id that the person had.
    pub person: String,
    /// When the key was destroyed.
    pub erased: String,
    /// From when on no backup holds the key.
    pub unreadable_from: String,
    /// What was erased.
    pub extent: ExtentView,
    /// Place of the entry in the log, from 1.
    pub place: u64,
    /// Entries of the log that the checkpoint covers.
    pub size: u64,
    /// The signed statement.
    pub statement: String,
    /// The signed state of the log.
    pub checkpoint: String,
    /// The public key.
    pub verifier: String,
}

/// A fact of the report, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactView {
    /// What it is.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A measure with what was found of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingView {
    /// Code of the measure, see [`domain::protection::Measure::code`].
    pub code: String,
    /// What it is called.
    pub title: String,
    /// What the software enforces.
    pub rule: String,
    /// Code of how it stands, see [`domain::protection::Light::code`].
    pub light: String,
    /// What shows it.
    pub facts: Vec<FactView>,
    /// The test that proves it; empty if there is none.
    pub proof: String,
    /// Where it can be changed or looked at; empty if nowhere.
    pub place: String,
}

/// A section of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionView {
    /// Its code, see [`domain::protection::Section::code`].
    pub code: String,
    /// What it is called.
    pub title: String,
    /// Measures.
    pub findings: Vec<FindingView>,
}

/// The report on technical and organisational measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportView {
    /// The tenant's name.
    pub organiser: String,
    /// When it was made, as people write it.
    pub made: String,
    /// The version of the program.
    pub version: String,
    /// How many measures stand how: the codes of the lights, from the worst.
    pub lights: Vec<(String, usize)>,
    /// Sections in the order of the paper.
    pub sections: Vec<SectionView>,
    /// The newest signed state of the log; empty before the first.
    pub checkpoint: String,
}

impl ReportView {
    /// What is not as it should be, the worst first.
    pub fn deviations(&self) -> Vec<FindingView> {
        let all = self.sections.iter().flat_map(|section| &section.findings);
        let of = |light: &'static str| all.clone().filter(move |finding| finding.light == light);
        of("red").chain(of("amber")).cloned().collect()
    }
}

/// What will be deleted of an event. Dates are as people write them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeletionView {
    /// The event's id.
    pub event: String,
    /// Its title.
    pub title: String,
    /// When its guests are deleted.
    pub on: String,
    /// Days until then, as a calendar counts them; less than zero when it is over.
    pub days: i64,
    /// Whether it should have happened.
    pub overdue: bool,
    /// Guests.
    pub guests: u32,
    /// Mails to them.
    pub mails: u32,
    /// Guests with replies of special categories.
    pub special: u32,
    /// When these are deleted.
    pub special_on: String,
}
