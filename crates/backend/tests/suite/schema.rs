//! The two engines have one schema.

use std::collections::{BTreeMap, BTreeSet};

use testkit::{CLASSES, Engine, TestApp, both_engines, inventory};

/// What two databases have to agree on, one line for each fact.
async fn facts(app: &TestApp) -> BTreeMap<String, BTreeSet<String>> {
    let mut facts = BTreeMap::new();
    for table in app.tables().await {
        let mut of_table = BTreeSet::new();
        for query in queries(app.engine, &table) {
            for fact in app.texts(&query).await {
                of_table.insert(fact.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
        facts.insert(table, of_table);
    }
    facts
}

fn queries(engine: Engine, table: &str) -> [String; 4] {
    match engine {
        Engine::Sqlite => sqlite(table),
        Engine::Postgres => postgres(table),
    }
}

fn sqlite(table: &str) -> [String; 4] {
    let columns = format!(
        "SELECT 'column ' || name || ' ' || type || CASE WHEN \"notnull\" OR pk THEN ' filled' ELSE '' END || \
         CASE WHEN dflt_value IS NULL THEN '' ELSE ' default ' || dflt_value END FROM pragma_table_info('{table}')"
    );
    let primary = format!(
        "SELECT 'primary ' || group_concat(name, ',') FROM \
         (SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk)"
    );
    let indexes = format!(
        "SELECT CASE WHEN list.\"unique\" THEN 'unique ' ELSE 'index ' END || \
         (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(list.name) ORDER BY seqno)) || \
         CASE WHEN list.partial THEN ' partly' ELSE '' END \
         FROM pragma_index_list('{table}') list WHERE list.origin <> 'pk'"
    );
    let references = format!(
        "SELECT 'refers ' || group_concat(\"from\", ',') || ' to ' || \"table\" FROM \
         (SELECT * FROM pragma_foreign_key_list('{table}') ORDER BY id, seq) GROUP BY id"
    );
    [columns, primary, indexes, references]
}

fn postgres(table: &str) -> [String; 4] {
    let columns = format!(
        "SELECT 'column ' || column_name || ' ' || CASE data_type WHEN 'uuid' THEN 'BLOB' WHEN 'bytea' THEN 'BLOB' \
         WHEN 'bigint' THEN 'INTEGER' WHEN 'text' THEN 'TEXT' ELSE data_type END || \
         CASE is_nullable WHEN 'NO' THEN ' filled' ELSE '' END || coalesce(' default ' || column_default, '') \
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'"
    );
    let named = "(SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(c.conkey) WITH ORDINALITY \
                 k(number, place) JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number)";
    let primary = format!(
        "SELECT 'primary ' || {named} FROM pg_constraint c WHERE c.conrelid = '{table}'::regclass AND c.contype = 'p'"
    );
    let indexes = format!(
        "SELECT CASE WHEN i.indisunique THEN 'unique ' ELSE 'index ' END || \
         (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(i.indkey::int2[]) WITH ORDINALITY \
          k(number, place) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number) || \
         CASE WHEN i.indpred IS NULL THEN '' ELSE ' partly' END \
         FROM pg_index i WHERE i.indrelid = '{table}'::regclass AND NOT i.indisprimary"
    );
    let references = format!(
        "SELECT 'refers ' || {named} || ' to ' || c.confrelid::regclass::text FROM pg_constraint c \
         WHERE c.conrelid = '{table}'::regclass AND c.contype = 'f'"
    );
    [columns, primary, indexes, references]
}

#[tokio::test(flavor = "multi_thread")]
async fn both_engines_have_the_same_tables_columns_keys_and_indexes() {
    let sqlite = facts(&TestApp::start(Engine::Sqlite).await).await;
    let postgres = facts(&TestApp::start(Engine::Postgres).await).await;
    assert_eq!(
        sqlite.keys().collect::<Vec<_>>(),
        postgres.keys().collect::<Vec<_>>()
    );
    for (table, facts) in &sqlite {
        assert!(
            facts.iter().any(|fact| fact.starts_with("primary ")),
            "{table}: {facts:?}"
        );
        assert_eq!(facts, &postgres[table], "{table}");
    }
    let guests = &sqlite["guests"];
    for fact in [
        "column places INTEGER filled default 0",
        "primary tenant_id,id",
        "unique tenant_id,event_id,request_key",
        "index tenant_id,event_id,id",
        "refers tenant_id,person_id to people",
    ] {
        assert!(
            guests.contains(fact),
            "the test looks at nothing: {guests:?}"
        );
    }
}

both_engines! {
    async fn every_column_has_a_class_and_every_class_a_column(app: TestApp) {
        let live: BTreeSet<_> = app.columns().await.into_iter().collect();
        let inventory = inventory();
        let listed: BTreeSet<_> = inventory.keys().cloned().collect();
        let missing: Vec<_> = live.difference(&listed).collect();
        assert!(missing.is_empty(), "say in docs/schema.txt what stands in {missing:?}");
        let gone: Vec<_> = listed.difference(&live).collect();
        assert!(gone.is_empty(), "docs/schema.txt names what is not there: {gone:?}");
        for (column, class) in &inventory {
            assert!(CLASSES.contains(&class.as_str()), "{column:?}: {class} is no class");
        }
    }
}
