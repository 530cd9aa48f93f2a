//! A browser without JavaScript: keeps cookies, follows nothing by itself.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use backend::accounts;
use http_body_util::BodyExt;
use server::{
    config::Config,
    http::{AppState, router},
};
use testkit::TestApp;
use tower::ServiceExt;

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// Where the answer sends on to.
    pub fn location(&self) -> &str {
        self.headers
            .get(header::LOCATION)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

/// A browser in front of the service.
pub struct Browser {
    pub app: Arc<TestApp>,
    router: Router,
    cookie: Option<String>,
}

impl Browser {
    /// Nobody is signed in.
    pub fn new(app: TestApp) -> Self {
        let config = Config::read(&|_| None).expect("the defaults work");
        let router = router(AppState::new(&config, app.desk.clone()));
        Self {
            app: Arc::new(app),
            router,
            cookie: None,
        }
    }

    /// Nobody is signed in, behind a proxy that ends TLS.
    pub fn behind_tls(app: TestApp) -> Self {
        let config = Config::read(&|name| match name {
            "EINLASS_BASE_URL" => Some("https://einlass.example".to_owned()),
            "EINLASS_TRUSTED_PROXIES" => Some("10.0.0.0/8".to_owned()),
            _ => None,
        });
        let config = config.expect("an address is enough");
        let router = router(AppState::new(&config, app.desk.clone()));
        Self {
            app: Arc::new(app),
            router,
            cookie: None,
        }
    }

    /// The same person in front of another process that has just started: it knows no keys.
    pub async fn elsewhere(&self) -> Self {
        let config = Config::read(&|_| None).expect("the defaults work");
        let desk = self.app.another_desk().await;
        Self {
            app: self.app.clone(),
            router: router(AppState::new(&config, desk)),
            cookie: self.cookie.clone(),
        }
    }

    /// The tenant's owner is signed in.
    pub async fn signed_in(app: TestApp) -> Self {
        let token = accounts::sign_in(
            &app.desk,
            &TestApp::origin(),
            "olivia@foyer.example",
            TestApp::PASSWORD,
            "",
        )
        .await
        .expect("the owner signs in")
        .session()
        .expect("no second factor");
        let mut browser = Self::new(app);
        browser.cookie = Some(format!("sid={}", token.expose()));
        browser
    }

    /// The browser of somebody else of the same installation, signed in with the password of all tests.
    pub async fn of(&self, email: &str) -> Self {
        let origin = TestApp::origin();
        let token = accounts::sign_in(&self.app.desk, &origin, email, TestApp::PASSWORD, "").await;
        Self {
            app: self.app.clone(),
            router: self.router.clone(),
            cookie: Some(format!(
                "sid={}",
                token.expect("they fit").session().expect("in").expose()
            )),
        }
    }

    /// The cookie that is sent along.
    pub fn cookie(&self) -> &str {
        self.cookie.as_deref().unwrap_or_default()
    }

    /// The same browser with another cookie.
    pub fn with_cookie(&self, cookie: &str) -> Self {
        Self {
            app: self.app.clone(),
            router: self.router.clone(),
            cookie: Some(cookie.to_owned()),
        }
    }

    /// Goes on with the session that an answer brought.
    pub fn keep_cookie(&mut self, answer: &Answer) {
        let cookies = answer.headers.get_all(header::SET_COOKIE);
        let session = cookies
            .iter()
            .filter_map(|cookie| cookie.to_str().ok()?.split(';').next())
            .find(|cookie| cookie.starts_with("sid="));
        self.cookie = session.map(str::to_owned);
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, Body::empty(), &[]).await
    }

    /// Sends a form from one of our own pages.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.send(Method::POST, path, Body::from(form), &headers)
            .await
    }

    /// Sends a file from one of our own pages.
    pub async fn upload(&self, path: &str, name: &str, content: &[u8]) -> Answer {
        let mut body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let headers = [
            ("content-type", "multipart/form-data; boundary=edge"),
            ("sec-fetch-site", "same-origin"),
        ];
        self.send(Method::POST, path, Body::from(body), &headers)
            .await
    }

    /// Sends anything.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: Body,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("accept-language", "de");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.take(request.body(body).expect("a request")).await
    }

    /// Sends a request as it is.
    pub async fn take(&self, request: Request<Body>) -> Answer {
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("the router never fails");
        let (parts, body) = response.into_parts();
        let bytes = body
            .collect()
            .await
            .expect("the body comes whole")
            .to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}
