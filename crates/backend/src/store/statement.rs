//! Statements of a tenant, each written once for both engines.
//!
//! `$1` is the tenant in each of them: these macros bind it, so that no statement can be without it. The values that
//! follow are `$2`, `$3` and so on.

/// Runs a statement that changes rows; gives how many.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {{
        let tenant = $tx.t();
        $crate::store::on_engine!(&mut $tx.connection, |connection| {
            let done = sqlx::query($crate::store::as_written($sql)).bind(tenant)$(.bind($value))*.execute(connection).await;
            done.map(|done| done.rows_affected())
        })
    }};
}

/// Reads one column of the row that there may be.
macro_rules! value {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::store::read!($tx, query_scalar, fetch_optional, $sql $(, $value)*)
    };
}

/// Reads one column of all rows.
macro_rules! values {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::store::read!($tx, query_scalar, fetch_all, $sql $(, $value)*)
    };
}

/// Reads the row that there may be.
macro_rules! row {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::store::read!($tx, query_as, fetch_optional, $sql $(, $value)*)
    };
}

/// Reads all rows.
macro_rules! rows {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::store::read!($tx, query_as, fetch_all, $sql $(, $value)*)
    };
}

/// What the four above have in common.
macro_rules! read {
    ($tx:expr, $query:ident, $fetch:ident, $sql:expr $(, $value:expr)*) => {{
        let tenant = $tx.t();
        $crate::store::on_engine!(&mut $tx.connection, |connection| {
            sqlx::$query($crate::store::as_written($sql)).bind(tenant)$(.bind($value))*.$fetch(connection).await
        })
    }};
}

/// The statement as it is written here, but for a test that takes a wall away.
#[cfg(not(feature = "mutations"))]
pub(crate) const fn as_written(sql: &'static str) -> &'static str {
    sql
}

#[cfg(feature = "mutations")]
pub(crate) use crate::mutations::as_written;

pub(crate) use {execute, read, row, rows, value, values};
