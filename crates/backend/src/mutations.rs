//! For tests alone: takes the tenant out of one statement, to see whether anybody notices.

use std::{
    collections::BTreeSet,
    future::Future,
    sync::{Arc, Mutex},
};

/// How every statement names its tenant.
const PREDICATE: &str = "tenant_id = $1";

tokio::task_local! {
    static WATCHED: Arc<Watch>;
}

/// What happens to the statements of a task.
#[derive(Default)]
struct Watch {
    seen: Mutex<BTreeSet<&'static str>>,
    broken: Option<&'static str>,
}

/// The statements with a tenant that some work runs.
pub async fn statements_of<F: Future>(work: F) -> Vec<&'static str> {
    let watch = Arc::new(Watch::default());
    WATCHED.scope(watch.clone(), work).await;
    let seen = watch.seen.lock().expect("nobody panics with the list");
    seen.iter().copied().collect()
}

/// Does some work with one statement that no longer asks for the tenant.
pub async fn without_tenant<F: Future>(statement: &'static str, work: F) -> F::Output {
    let watch = Watch {
        broken: Some(statement),
        ..Watch::default()
    };
    WATCHED.scope(Arc::new(watch), work).await
}

/// The statement, or what is left of it.
pub(crate) fn as_written(sql: &'static str) -> &'static str {
    WATCHED.try_with(|watch| watch.apply(sql)).unwrap_or(sql)
}

impl Watch {
    fn apply(&self, sql: &'static str) -> &'static str {
        if self.broken == Some(sql) {
            return Box::leak(broken(sql).into_boxed_str());
        }
        if sql.contains(PREDICATE) {
            let mut seen = self.seen.lock().expect("nobody panics with the list");
            seen.insert(sql);
        }
        sql
    }
}

/// The statement with its first predicate taken out; the name of the table goes with it.
fn broken(sql: &str) -> String {
    let Some(at) = sql.find(PREDICATE) else {
        return sql.to_owned();
    };
    let begin = sql[..at]
        .rfind(|c: char| !(c.is_alphanumeric() || c == '.' || c == '_'))
        .map_or(0, |before| before + 1);
    format!(
        "{}$1 IS NOT NULL{}",
        &sql[..begin],
        &sql[at + PREDICATE.len()..]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_predicate_goes_and_the_rest_stays() {
        let sql = "SELECT id FROM guests g WHERE g.tenant_id = $1 AND g.id = $2";
        assert_eq!(
            broken(sql),
            "SELECT id FROM guests g WHERE $1 IS NOT NULL AND g.id = $2"
        );
        let sql = "DELETE FROM mails WHERE tenant_id = $1";
        assert_eq!(broken(sql), "DELETE FROM mails WHERE $1 IS NOT NULL");
    }
}
