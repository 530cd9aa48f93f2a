use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};

const DAY_SECONDS: f64 = 86_400.0;

/// A cell's value as text: numbers without a needless fraction, dates and times as in ISO 8601,
/// `true` and `false`, errors as Excel shows them. Of a formula, the value the spreadsheet
/// program stored with it.
pub(super) fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(moment) => moment_text(*moment),
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// Excel keeps and shows 15 significant digits; the rest is noise of binary fractions.
fn number_text(number: f64) -> String {
    format!("{number:.14e}")
        .parse::<f64>()
        .unwrap_or(number)
        .to_string()
}

/// `2027-06-12`, `2027-06-12T18:30`, `18:30`; seconds only where there are some.
fn moment_text(moment: ExcelDateTime) -> String {
    let days = (moment.as_f64() * DAY_SECONDS).round() / DAY_SECONDS;
    if moment.is_duration() {
        return duration_text(days);
    }
    let is_1904 = moment != ExcelDateTime::new(moment.as_f64(), ExcelDateTimeType::DateTime, false);
    let rounded = ExcelDateTime::new(days, ExcelDateTimeType::DateTime, is_1904);
    let (year, month, day, hour, minute, second, _) = rounded.to_ymd_hms_milli();
    let seconds = if second == 0 {
        String::new()
    } else {
        format!(":{second:02}")
    };
    let time = format!("{hour:02}:{minute:02}{seconds}");
    if (0.0..1.0).contains(&days) {
        time
    } else if time == "00:00" {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}T{time}")
    }
}

/// `26:30`: hours, minutes and, where there are some, seconds.
fn duration_text(days: f64) -> String {
    let seconds = (days * DAY_SECONDS).round();
    let sign = if seconds < 0.0 { "-" } else { "" };
    let seconds = seconds.abs();
    let (hours, minutes) = ((seconds / 3600.0).floor(), (seconds / 60.0).floor() % 60.0);
    let rest = seconds % 60.0;
    let rest = if rest == 0.0 {
        String::new()
    } else {
        format!(":{rest:02.0}")
    };
    format!("{sign}{hours}:{minutes:02.0}{rest}")
}

#[cfg(test)]
mod tests {
    use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};

    use super::text;

    fn moment(days: f64, kind: ExcelDateTimeType, is_1904: bool) -> String {
        text(&DataRef::DateTime(ExcelDateTime::new(days, kind, is_1904)))
    }

    #[test]
    fn numbers_read_as_people_see_them() {
        assert_eq!(text(&DataRef::Float(1.0)), "1");
        assert_eq!(text(&DataRef::Float(436_641_234_567.0)), "436641234567");
        assert_eq!(text(&DataRef::Float(0.1 + 0.2)), "0.3");
        assert_eq!(text(&DataRef::Float(-2.5)), "-2.5");
    }

    #[test]
    fn moments_are_iso() {
        let kind = ExcelDateTimeType::DateTime;
        assert_eq!(moment(45_943.0, kind, false), "2025-10-13");
        assert_eq!(
            moment(45_943.770_833_333_3, kind, false),
            "2025-10-13T18:30"
        );
        assert_eq!(moment(0.770_833_333_3, kind, false), "18:30");
        assert_eq!(moment(44_481.0, kind, true), "2025-10-13");
    }

    #[test]
    fn durations_count_hours_beyond_a_day() {
        let kind = ExcelDateTimeType::TimeDelta;
        assert_eq!(moment(26.5 / 24.0, kind, false), "26:30");
        assert_eq!(moment(1.0 / 86_400.0, kind, false), "0:00:01");
    }
}
