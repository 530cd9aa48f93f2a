//! The log and its proof over HTTP.

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use backend::audit;
use ledger::{
    erasure::Certificate,
    export::{Trusted, verify},
};
use testkit::both_engines;

use super::{
    browser::Browser,
    program::{done, refused},
};

both_engines! {
    async fn the_log_is_handed_out_in_parts_and_as_a_whole(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        let browser = Browser::signed_in(app).await;
        let early = browser.get("/app/protection/log/part").await;
        assert_eq!(early.status, StatusCode::NOT_FOUND, "nothing is signed yet");
        audit::sequence(&browser.app.desk, browser.app.team.tenant).await.expect("sequenced");

        let part = browser.get("/app/protection/log/part?from=0").await;
        let header = |name: &str| part.headers[name].to_str().expect("text").to_owned();
        assert_eq!(header("log-tenant"), browser.app.team.tenant.to_string());
        assert_eq!(header("log-next"), "", "a short log is one part");
        let report = verify(part.body.as_bytes(), &Trusted::nothing()).expect("in order");
        assert_eq!(report.entries.to_string(), header("log-size"));
        let page = browser.get("/app/protection/log").await;
        assert!(page.body.contains(&report.header.vkey), "the page shows the key");

        let whole = browser.get("/app/protection/log.ndjson").await;
        assert_eq!(whole.body, part.body);
        let compressed = browser.send(Method::GET, "/app/protection/log.ndjson", Body::empty(), &[("accept-encoding", "br")]);
        assert_eq!(compressed.await.headers["content-encoding"], "br");
        audit::sequence(&browser.app.desk, browser.app.team.tenant).await.expect("sequenced");
        let again = browser.get("/app/protection/log/part").await;
        assert!(again.body.contains("log.exported"), "taking the log along is an entry");
        for beyond in ["from=9999", "from=1&size=9999", "from=0&size=1"] {
            let answer = browser.get(&format!("/app/protection/log/part?{beyond}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{beyond}");
        }
    }

    async fn the_report_is_handed_out_signed_and_checked_without_the_server(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        let browser = Browser::signed_in(app).await;
        let early = browser.get("/app/protection/report.json").await;
        assert_eq!(early.status, StatusCode::NOT_FOUND, "nothing is signed yet");
        audit::sequence(&browser.app.desk, browser.app.team.tenant).await.expect("sequenced");
        let page = browser.get("/app/protection/report").await;
        for words in ["1 Zutritt", "8 Trennung", "Jede Spalte hat eine Klasse", "every_column_has_a_class"] {
            assert!(page.body.contains(words), "{words}");
        }
        assert!(!page.body.contains("Huber"), "figures only");
        let report = browser.get("/app/protection/report.json").await;
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("report.json");
        std::fs::write(&file, &report.body).expect("written");
        let words = ["audit", "verify", "--report", file.to_str().expect("text")];
        assert!(done(folder.path(), &words).starts_with("in order: a report of "));
        std::fs::write(&file, report.body.replacen("green", "amber", 1)).expect("written");
        assert!(refused(folder.path(), &words).contains("another report"));
        let paper = browser.get("/app/protection/report.pdf").await;
        assert_eq!((paper.status, paper.headers["content-type"].as_bytes()), (StatusCode::OK, b"application/pdf".as_slice()));
    }

    async fn erasing_asks_first_and_leaves_a_certificate(app: TestApp) {
        let event = app.event().make().await;
        let anna = app.guests(event, &["Anna;Huber;anna@x.example"]).await[0];
        let browser = Browser::signed_in(app).await;
        let page = format!("/app/events/{event}/guests/{anna}/erase");
        let asked = browser.get(&page).await;
        assert!(asked.body.contains("Anna Huber löschen"));
        let guest = browser.get(&format!("/app/events/{event}/guests/{anna}")).await;
        assert_eq!(guest.status, StatusCode::OK, "a look erases nobody");
        let done = browser.post(&page, &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        let certificate = browser.get(done.location()).await;
        assert_eq!(certificate.status, StatusCode::OK);
        assert!(!certificate.body.contains("Huber"));
        let (path, _) = done.location().split_once('?').expect("a query");
        let json = browser.get(&format!("{path}/certificate.json")).await;
        let read: Certificate = serde_json::from_str(&json.body).expect("a certificate");
        read.verify().expect("it holds");
        let pdf = browser.get(&format!("{path}/certificate.pdf")).await;
        assert_eq!(pdf.headers["content-type"], "application/pdf");
        assert!(pdf.body.starts_with("%PDF-"));
        assert_eq!(browser.post(&page, &[]).await.status, StatusCode::NOT_FOUND, "twice finds nobody");
    }
}
