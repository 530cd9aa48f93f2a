//! The log at the command line.

use std::{
    fs::File,
    io::{BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use backend::{
    access::{Origin, Permit, Who, authorise},
    audit::export,
};
use clap::Subcommand;
use domain::{access::act, ids::TenantId};
use ledger::{
    Checkpoint, Verifier,
    export::{Header, Report, Trusted, verify},
};

use super::{certificate, log, report};
use crate::{config::Config, start, workers};

/// What can be done with the log.
#[derive(Subcommand)]
pub(super) enum AuditCommand {
    /// Write the log of a tenant, with its signed checkpoints, to a file that can be checked without the database.
    Export {
        /// The tenant, as `einlass tenant list` prints it.
        #[arg(long)]
        tenant: TenantId,
        /// The file; stdout without it.
        #[arg(long)]
        output: Option<PathBuf>,
    },
    /// Check an exported log, the certificate of an erasure, or a report on the measures. Needs neither database nor keys.
    Verify {
        /// The file.
        #[arg(required_unless_present_any = ["certificate", "report"])]
        file: Option<PathBuf>,
        /// The certificate of an erasure, as JSON.
        #[arg(long, conflicts_with_all = ["file", "anchor"])]
        certificate: Option<PathBuf>,
        /// A report on the measures, as JSON.
        #[arg(long, conflicts_with_all = ["file", "anchor", "certificate"])]
        report: Option<PathBuf>,
        /// The public key that must have signed it, as an export made before shows it.
        #[arg(long)]
        key: Option<String>,
        /// A checkpoint that was kept elsewhere, or a folder of them; can be given more than once.
        #[arg(long)]
        anchor: Vec<PathBuf>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

pub(super) async fn run(command: AuditCommand, config: &Config) -> anyhow::Result<()> {
    match command {
        AuditCommand::Export { tenant, output } => write(config, tenant, output).await,
        AuditCommand::Verify {
            certificate: Some(path),
            key,
            json,
            ..
        } => certificate::verify(&path, key.as_deref(), json),
        AuditCommand::Verify {
            report: Some(path),
            key,
            json,
            ..
        } => report::verify(&path, key.as_deref(), json),
        AuditCommand::Verify {
            file,
            key,
            anchor,
            json,
            certificate: None,
            report: None,
        } => {
            let file = file.expect("the command line asks for a file, a certificate or a report");
            let report = check(&file, key.as_deref(), &anchor)?;
            log::say(&if json {
                in_json(&report)
            } else {
                in_words(&report)
            });
            Ok(())
        }
    }
}

async fn write(config: &Config, tenant: TenantId, output: Option<PathBuf>) -> anyhow::Result<()> {
    let desk = start::open(config).await?;
    workers::sequence_logs(&desk, &mut workers::Checkpoints::of(config)).await?;
    let permit: Permit<act::SeeLog> =
        authorise(Who::Operator(tenant), &Origin::new("command line", None))?;
    let entries = if let Some(path) = &output {
        let file =
            File::create(path).with_context(|| format!("{} cannot be written", path.display()))?;
        export(&desk, &permit, BufWriter::new(file)).await?
    } else {
        let mut file = Vec::new();
        let entries = export(&desk, &permit, &mut file).await?;
        std::io::stdout().write_all(&file)?;
        entries
    };
    log::complain(&format!("{entries} entries"));
    desk.store().close().await;
    Ok(())
}

fn check(path: &Path, key: Option<&str>, anchors: &[PathBuf]) -> anyhow::Result<Report> {
    let unreadable = || format!("{} cannot be read", path.display());
    let mut first = String::new();
    BufReader::new(File::open(path).with_context(unreadable)?)
        .read_line(&mut first)
        .with_context(unreadable)?;
    let mut trusted = Trusted::nothing();
    let known = key
        .map(str::parse::<Verifier>)
        .transpose()
        .context("--key is not a public key")?;
    if let Some(key) = known.clone() {
        trusted = trusted.with_key(key);
    }
    if !anchors.is_empty() {
        let header: Header = serde_json::from_str(&first)
            .with_context(|| format!("{} is not an exported log", path.display()))?;
        let signer = match known {
            Some(key) => key,
            None => header
                .vkey
                .parse()
                .context("the key of the file cannot be read")?,
        };
        for note in notes(anchors)? {
            let kept = std::fs::read_to_string(&note)
                .with_context(|| format!("{} cannot be read", note.display()))?;
            let anchor = Checkpoint::open(&kept, &header.origin, &signer)
                .with_context(|| format!("{} is not a checkpoint of this log", note.display()))?;
            trusted = trusted.with_anchor(anchor);
        }
    }
    let file = BufReader::new(File::open(path).with_context(unreadable)?);
    Ok(verify(file, &trusted)?)
}

/// The files that were named, and those in folders that were named.
fn notes(anchors: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut notes = Vec::new();
    for anchor in anchors {
        if !anchor.is_dir() {
            notes.push(anchor.clone());
            continue;
        }
        let before = notes.len();
        for entry in std::fs::read_dir(anchor)? {
            let path = entry?.path();
            if path
                .extension()
                .is_some_and(|extension| extension == "note")
            {
                notes.push(path);
            }
        }
        if notes.len() == before {
            bail!("{} holds no checkpoint", anchor.display());
        }
    }
    Ok(notes)
}

fn in_words(report: &Report) -> String {
    format!(
        "in order: {} entries of {}, {} checkpoints, {} anchors that cover {} entries\nkey {}",
        report.entries,
        report.header.tenant,
        report.checkpoints,
        report.anchors,
        report.anchored_entries,
        report.header.vkey
    )
}

fn in_json(report: &Report) -> String {
    serde_json::json!({
        "tenant": report.header.tenant,
        "key": report.header.vkey,
        "entries": report.entries,
        "checkpoints": report.checkpoints,
        "anchors": report.anchors,
        "anchored_entries": report.anchored_entries,
        "root": data_encoding::HEXLOWER.encode(&report.root),
    })
    .to_string()
}
