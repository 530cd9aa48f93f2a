//! From the report to what is shown of it.

use backend::{protection::Report, retention::Deletion};
use domain::protection::{Finding, Light, Section, Value};
use words::{Words, show};

use crate::{
    error::ApiError,
    page::Ctx,
    protection::views::{DeletionView, FactView, FindingView, ReportView, SectionView},
};

/// The report of the tenant for which somebody works, as things stand now.
pub async fn report_now(ctx: &Ctx) -> Result<Report, ApiError> {
    let (log, team, support) = (ctx.permit()?, ctx.permit()?, ctx.permit()?);
    Ok(backend::protection::report(&ctx.desk, &log, &team, &support).await?)
}

impl ReportView {
    /// The report in words.
    pub fn of(ctx: &Ctx, report: &Report) -> Self {
        let count = |light: Light| {
            let findings = report.findings.iter();
            findings.filter(|finding| finding.light == light).count()
        };
        let lights = [Light::Red, Light::Amber, Light::Outside, Light::Green];
        let section = |section: Section| SectionView {
            code: section.code().to_owned(),
            title: ctx.t(&format!("section-{}", section.code())),
            findings: report
                .of(section)
                .map(|finding| FindingView::of(ctx, finding))
                .collect(),
        };
        Self {
            organiser: report.organiser.clone(),
            made: ctx.moment(report.made_at),
            version: report.version.to_owned(),
            lights: lights
                .map(|light| (light.code().to_owned(), count(light)))
                .into(),
            sections: Section::ALL.map(section).into(),
            checkpoint: report.checkpoint.clone(),
        }
    }
}

impl FindingView {
    fn of(ctx: &Ctx, finding: &Finding) -> Self {
        let code = finding.measure.code();
        let fact = |fact: &domain::protection::Fact| FactView {
            name: ctx.t(&format!("fact-{}", fact.name)),
            value: value(ctx, ctx.words, &fact.value),
        };
        Self {
            code: code.to_owned(),
            title: ctx.t(&format!("measure-{code}")),
            rule: ctx.t(&format!("measure-{code}-rule")),
            light: finding.light.code().to_owned(),
            facts: finding.facts.iter().map(fact).collect(),
            proof: finding.measure.proof().to_owned(),
            place: finding.measure.place().to_owned(),
        }
    }
}

fn value(ctx: &Ctx, words: Words, value: &Value) -> String {
    match value {
        Value::Count(count) => count.to_string(),
        Value::Share(part, of) => words.with(
            "fact-share",
            [
                ("part", part.to_string().into()),
                ("of", of.to_string().into()),
            ],
        ),
        Value::At(Some(at)) => ctx.moment(*at),
        Value::At(None) => words.get("protection-never"),
        Value::Code(code) => words.get(&format!("value-{code}")),
        Value::Text(text) => text.clone(),
    }
}

impl DeletionView {
    /// What is shown of a deletion.
    pub(crate) fn of(ctx: &Ctx, deletion: &Deletion) -> Self {
        let event = &deletion.event;
        let day = |at| show(ctx.words.0, at, &event.schedule.zone).date;
        Self {
            event: event.id.to_string(),
            title: event.title(ctx.words.0).to_owned(),
            on: day(event.delete_after),
            days: words::days_between(ctx.desk.now(), event.delete_after, &event.schedule.zone),
            overdue: deletion.is_overdue(ctx.desk.now()),
            guests: deletion.guests,
            mails: deletion.mails,
            special: deletion.special,
            special_on: day(deletion.special_after),
        }
    }
}
