//! A provider of identities that does as it is told, well or badly.

use super::signer;
use super::ways::{Shape, Ways};
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::{DateTime, Utc};
use observatory::identity::oidc::{Algorithm, Roots, Settings};
use openidconnect::url::Url;
use openidconnect::{
    ClientId, ClientSecret, IssuerUrl, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl,
    RedirectUrl,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;

pub(super) const CLIENT: &str = "vigie-essai";
/// As long as HS256 asks.
pub(super) const SECRET: &str = "a-secret-made-for-the-tests-of-sign-in";
pub(super) const SIRET: &str = "21990001600018";

/// The instant of every test.
pub(super) fn now() -> DateTime<Utc> {
    "2026-06-30T10:00:00Z".parse().expect("an instant")
}

/// A code that was given, until it comes back.
struct Given {
    nonce: String,
    challenge: Option<String>,
}

struct Inside {
    ways: Mutex<Ways>,
    issuer: String,
    codes: Mutex<BTreeMap<String, Given>>,
    times_keys_were_read: Mutex<u32>,
    asked: Mutex<Vec<String>>,
}

type Shared = State<Arc<Inside>>;

impl Inside {
    fn ways(&self) -> Ways {
        self.ways.lock().expect("whole").clone()
    }
}

/// A provider that listens.
pub(super) struct Provider(Arc<Inside>);

impl Provider {
    pub(super) async fn start(ways: Ways) -> Self {
        if ways.has_rsa() {
            // Making the key may take longer than a client waits.
            signer::keys(true);
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let inside = Arc::new(Inside {
            ways: Mutex::new(ways),
            issuer: format!("http://{address}/api/v2"),
            codes: Mutex::default(),
            times_keys_were_read: Mutex::default(),
            asked: Mutex::default(),
        });
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(description))
            .route("/jwks", get(keys))
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .route("/userinfo", get(userinfo))
            .with_state(inside.clone());
        let site = Router::new().nest("/api/v2", routes);
        tokio::spawn(async move { axum::serve(listener, site).await });
        Self(inside)
    }

    /// It does otherwise from now on.
    pub(super) fn change(&self, change: impl FnOnce(&mut Ways)) {
        change(&mut self.0.ways.lock().expect("whole"));
    }

    /// The name it has.
    pub(super) fn issuer(&self) -> &str {
        &self.0.issuer
    }

    /// The settings that suit it.
    pub(super) fn settings(&self) -> Settings {
        settings(&self.0.issuer)
    }

    /// Goes where a person is sent, and gives the query they come back with.
    pub(super) async fn visit(&self, url: &Url) -> String {
        let browser = openidconnect::reqwest::Client::builder()
            .redirect(openidconnect::reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .expect("a browser");
        let answer = browser.get(url.clone()).send().await.expect("an answer");
        let back = answer.headers()[header::LOCATION].to_str().expect("text");
        let back = Url::parse(back).expect("an address");
        back.query().expect("a query").to_owned()
    }

    /// The names of the parameters it received, sorted.
    pub(super) fn asked(&self) -> Vec<String> {
        let mut asked = self.0.asked.lock().expect("whole").clone();
        asked.sort();
        asked
    }
}

/// Settings for a provider of that name.
pub(super) fn settings(issuer: &str) -> Settings {
    let address = |path: &str| format!("https://vigie.exemple.fr/{path}");
    Settings {
        issuer: IssuerUrl::new(issuer.to_owned()).expect("an address"),
        client_id: ClientId::new(CLIENT.to_owned()),
        client_secret: ClientSecret::new(SECRET.to_owned()),
        redirect: RedirectUrl::new(address("connexion/retour")).expect("an address"),
        scopes: vec!["email".to_owned(), "siret".to_owned()],
        pkce: true,
        algorithms: Algorithm::ALL.to_vec(),
        allowed_siret: vec![SIRET.to_owned()],
        post_logout_redirect: PostLogoutRedirectUrl::new(address("")).ok(),
        acr_values: Vec::new(),
        essential_amr: false,
        accepted_acr: Vec::new(),
        accepted_amr: Vec::new(),
        userinfo_signed: false,
        roots: Roots::default(),
    }
}

fn laid_over(mut base: Value, over: &Value) -> Value {
    let fields = base.as_object_mut().expect("an object");
    for (name, value) in over.as_object().expect("an object") {
        if value.is_null() {
            fields.remove(name);
        } else {
            fields.insert(name.clone(), value.clone());
        }
    }
    base
}

async fn description(State(inside): Shared) -> Json<Value> {
    let at = |path: &str| format!("{}/{path}", inside.issuer);
    let way = if inside.ways().secret_in_body {
        "client_secret_post"
    } else {
        "client_secret_basic"
    };
    let usual = json!({
        "issuer": inside.issuer,
        "authorization_endpoint": at("authorize"),
        "token_endpoint": at("token"),
        "userinfo_endpoint": at("userinfo"),
        "end_session_endpoint": at("session/end"),
        "jwks_uri": at("jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256", "ES256", "HS256"],
        "token_endpoint_auth_methods_supported": [way],
    });
    Json(laid_over(usual, &inside.ways().description))
}

async fn keys(State(inside): Shared) -> Json<Value> {
    let mut times = inside.times_keys_were_read.lock().expect("whole");
    *times += 1;
    let is_old = inside.ways().renews_keys && *times == 1;
    Json(if is_old {
        signer::former_keys()
    } else {
        signer::keys(inside.ways().has_rsa())
    })
}

async fn authorize(State(inside): Shared, RawQuery(query): RawQuery) -> Redirect {
    let query = query.unwrap_or_default();
    let asked: BTreeMap<_, _> = form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    let names = form_urlencoded::parse(query.as_bytes()).map(|(name, _)| name.into_owned());
    *inside.asked.lock().expect("whole") = names.collect();
    let back = |fields: &[(&str, &str)]| {
        let mut url = Url::parse(&asked["redirect_uri"]).expect("an address");
        url.query_pairs_mut().extend_pairs(fields);
        Redirect::to(url.as_str())
    };
    let is_known = |name: &String| {
        let is_plain = "acr_values claims client_id nonce redirect_uri response_type scope state"
            .split(' ')
            .any(|known| known == name);
        is_plain || (inside.ways().knows_pkce && name.starts_with("code_challenge"))
    };
    let error = inside.ways().refusal;
    let error = error.or_else(|| (!asked.keys().all(is_known)).then_some("Y000400"));
    if let Some(error) = error {
        let told = "<b>paul.martin@exemple.fr</b>";
        let fields = [("error", error), ("error_description", told)];
        return back(&[&fields[..], &[("state", &asked["state"])]].concat());
    }
    let code = format!("code-{}", &asked["nonce"]);
    let given = Given {
        nonce: asked["nonce"].clone(),
        challenge: asked.get("code_challenge").cloned(),
    };
    let mut codes = inside.codes.lock().expect("whole");
    codes.insert(code.clone(), given);
    back(&[
        ("code", &code),
        ("state", &asked["state"]),
        ("iss", &inside.issuer),
    ])
}

async fn token(State(inside): Shared, headers: HeaderMap, body: String) -> Response {
    let form: BTreeMap<_, _> = form_urlencoded::parse(body.as_bytes())
        .into_owned()
        .collect();
    let refused = |error: &str| (StatusCode::BAD_REQUEST, Json(json!({"error": error})));
    if !is_recognised(&inside.ways(), &headers, &form) {
        return refused("invalid_client").into_response();
    }
    let given = inside.codes.lock().expect("whole").remove(&form["code"]);
    let Some(given) = given.filter(|_| !inside.ways().codes_expire) else {
        return refused("invalid_grant").into_response();
    };
    let proof = form.get("code_verifier").map(|verifier| {
        let verifier = PkceCodeVerifier::new(verifier.clone());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
        challenge.as_str().to_owned()
    });
    if proof != given.challenge {
        return refused("invalid_grant").into_response();
    }
    let claims = json!({
        "iss": inside.issuer,
        "sub": "e7a1",
        "aud": CLIENT,
        "iat": (inside.ways().clock)().timestamp(),
        "exp": (inside.ways().clock)().timestamp() + 3600,
        "nonce": given.nonce,
        "amr": ["pwd", "mfa"],
    });
    let claims = laid_over(claims, &inside.ways().id_token);
    Json(json!({
        "access_token": "an-access-token",
        "token_type": "Bearer",
        "expires_in": 60,
        "id_token": inside.ways().signer.sign(&claims),
    }))
    .into_response()
}

fn is_recognised(ways: &Ways, headers: &HeaderMap, form: &BTreeMap<String, String>) -> bool {
    if ways.secret_in_body {
        let has = |name: &str, value: &str| form.get(name).is_some_and(|known| known == value);
        return has("client_id", CLIENT) && has("client_secret", SECRET);
    }
    let expected = signer::basic(CLIENT, SECRET);
    headers
        .get(header::AUTHORIZATION)
        .is_some_and(|told| told == expected.as_str())
}

async fn userinfo(
    State(inside): Shared,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    if headers
        .get(header::AUTHORIZATION)
        .is_none_or(|told| told != "Bearer an-access-token")
    {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let person = json!({
        "sub": "e7a1",
        "email": "camille.martin@valmorel.example",
        "email_verified": true,
        "given_name": "Camille",
        "usual_name": "Martin",
        "siret": SIRET,
    });
    let typed = |kind: &'static str, body: Body| ([(header::CONTENT_TYPE, kind)], body);
    match inside.ways().userinfo {
        Shape::Json => Json(laid_over(person, &inside.ways().person)).into_response(),
        Shape::Signed(signer) => {
            let seal = json!({
                "iss": inside.issuer, "aud": CLIENT, "exp": (inside.ways().clock)().timestamp() + 60,
            });
            let claims = laid_over(laid_over(person, &seal), &inside.ways().person);
            typed(
                "application/jwt; charset=utf-8",
                signer.sign(&claims).into(),
            )
            .into_response()
        }
        Shape::Page => typed("text/html", person.to_string().into()).into_response(),
        Shape::Huge => {
            let body = format!("{{\"sub\":\"{}\"}}", "e".repeat(1_000_000));
            typed("application/json", body.into()).into_response()
        }
        Shape::Elsewhere if query.is_some() => Json(person).into_response(),
        Shape::Elsewhere => Redirect::temporary("/api/v2/userinfo?followed").into_response(),
        Shape::Broken => StatusCode::BAD_GATEWAY.into_response(),
    }
}
