//! The panel on the page: a button, a bar, a result.

use js_sys::{Date, Number};
use ledger::{
    Hash,
    export::{Divergence, Report, Witness},
};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, HtmlElement, window};

use crate::{
    Finding, Watch, memory,
    parts::{self, Unreachable},
};

/// The panel; its texts stand in it, written by the server in the reader's language.
#[derive(Clone)]
pub(crate) struct Panel {
    document: Document,
    root: HtmlElement,
}

/// How much the result is to be noticed; the classes of the kit.
#[derive(Clone, Copy)]
enum Tone {
    Good,
    Bad,
    Warn,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Good => "notice tone-ok",
            Self::Bad => "notice tone-bad",
            Self::Warn => "notice tone-warn",
        }
    }

    /// The picture in the sprite.
    const fn icon(self) -> &'static str {
        match self {
            Self::Good => "/icons.svg#circle-check",
            Self::Bad => "/icons.svg#circle-alert",
            Self::Warn => "/icons.svg#hourglass",
        }
    }
}

impl Panel {
    /// The panel of this page.
    pub(crate) fn find() -> Option<Self> {
        let document = window()?.document()?;
        let root = document.query_selector("[data-log-check]").ok()??;
        Some(Self {
            root: root.dyn_into().ok()?,
            document,
        })
    }

    /// Shows the button; a press checks the log.
    pub(crate) fn listen(self) {
        let Some(button) = self.part("start") else {
            return;
        };
        if let Some(fallback) = self.part("fallback") {
            fallback.set_hidden(true);
        }
        button.set_hidden(false);
        let pressed = Closure::<dyn Fn()>::new(move || spawn_local(self.clone().run()));
        let _ = button.add_event_listener_with_callback("click", pressed.as_ref().unchecked_ref());
        // The button lives as long as the page.
        pressed.forget();
    }

    async fn run(self) {
        self.busy(true);
        self.say(Tone::Warn, &[self.text("running", &[])]);
        let (tone, lines) = match self.check().await {
            Ok(finding) => self.words_of(&finding),
            Err(Unreachable) => (Tone::Warn, vec![self.text("offline", &[])]),
        };
        self.busy(false);
        self.say(tone, &lines);
    }

    async fn check(&self) -> Result<Finding, Unreachable> {
        let base = self.root.dataset().get("logCheck").ok_or(Unreachable)?;
        let mut part = parts::fetch(&base, 0, None).await?;
        let (log, size) = (part.log.clone(), part.size);
        let mut watch = Watch::start(memory::recall(&log).as_ref());
        loop {
            if let Err(divergence) = watch.take(&part.bytes) {
                return Ok(Finding::Broken(divergence));
            }
            self.progress(watch.entries(), size);
            match part.next {
                Some(next) => part = parts::fetch(&base, next, Some(size)).await?,
                None => break,
            }
        }
        let finding = watch.finish();
        if let Finding::InOrder(found) = &finding {
            memory::remember(&log, &found.known);
        }
        Ok(finding)
    }

    fn words_of(&self, finding: &Finding) -> (Tone, Vec<String>) {
        match finding {
            Finding::InOrder(found) => {
                let mut lines = vec![self.text("in-order", &self.values_of(&found.report))];
                lines.push(match &found.before {
                    None => self.text("first-time", &[]),
                    Some(before) => self.text(
                        "continues",
                        &[
                            ("size", self.number(before.size)),
                            ("date", self.date(before.time_ms.unwrap_or_default())),
                        ],
                    ),
                });
                (Tone::Good, lines)
            }
            Finding::Broken(divergence) => {
                let text = match divergence {
                    Divergence::Truncated { .. } => "truncated",
                    Divergence::Forked { .. } => "forked",
                    Divergence::Altered {
                        witness: Witness::Anchor,
                        ..
                    } => "anchor",
                    Divergence::WrongKey { .. } => "other-key",
                    Divergence::CheckpointRefused { .. } | Divergence::MalformedKey(_) => {
                        "signature"
                    }
                    _ => "broken",
                };
                (
                    Tone::Bad,
                    vec![self.text(text, &[]), divergence.to_string()],
                )
            }
        }
    }

    fn values_of(&self, report: &Report) -> [(&'static str, String); 3] {
        [
            ("entries", self.number(report.entries)),
            ("root", short(&report.root)),
            ("last", self.date(report.latest_ms.unwrap_or_default())),
        ]
    }

    fn part(&self, name: &str) -> Option<HtmlElement> {
        let found = self.root.query_selector(&format!("[data-check-{name}]"));
        found.ok()??.dyn_into().ok()
    }

    /// A text of the page with values set in.
    fn text(&self, name: &str, values: &[(&str, String)]) -> String {
        let found = self.root.query_selector(&format!("[data-text={name}]"));
        let mut text = found
            .ok()
            .flatten()
            .and_then(|element| element.text_content())
            .unwrap_or_default();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }

    fn say(&self, tone: Tone, lines: &[String]) {
        let Some(result) = self.part("result") else {
            return;
        };
        result.set_class_name(tone.class());
        result.set_hidden(false);
        if let Ok(Some(picture)) = result.query_selector("use") {
            let _ = picture.set_attribute("href", tone.icon());
        }
        if let Ok(Some(body)) = result.query_selector(".notice-body") {
            body.set_text_content(None);
            for line in lines {
                if let Some(paragraph) = self.paragraph(line) {
                    let _ = body.append_child(&paragraph);
                }
            }
        }
    }

    fn paragraph(&self, text: &str) -> Option<Element> {
        let paragraph = self.document.create_element("p").ok()?;
        paragraph.set_text_content(Some(text));
        Some(paragraph)
    }

    fn busy(&self, busy: bool) {
        if let Some(button) = self.part("start") {
            let _ = button.toggle_attribute_with_force("disabled", busy);
        }
        if let Some(progress) = self.part("progress") {
            progress.set_hidden(!busy);
            let _ = progress.remove_attribute("value");
        }
    }

    fn progress(&self, done: u64, total: u64) {
        if let Some(progress) = self.part("progress") {
            let _ = progress.set_attribute("max", &total.to_string());
            let _ = progress.set_attribute("value", &done.to_string());
        }
    }

    fn language(&self) -> String {
        self.root.dataset().get("lang").unwrap_or_default()
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "shown to people, and no log is that long"
    )]
    fn number(&self, number: u64) -> String {
        let number = Number::from(number as f64);
        number.to_locale_string(&self.language()).into()
    }

    #[expect(clippy::cast_precision_loss, reason = "a time in this era is exact")]
    fn date(&self, at_ms: i64) -> String {
        let date = Date::new(&JsValue::from_f64(at_ms as f64));
        date.to_locale_string(&self.language(), &JsValue::UNDEFINED)
            .into()
    }
}

/// The beginning of a root, enough to compare by eye.
fn short(root: &Hash) -> String {
    root[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}
