//! A site that says what an observatory says, but for one thing.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

/// What is sent: status line, headers, body.
pub(super) struct Sent {
    status: &'static str,
    kind: &'static str,
    more: &'static str,
    body: Vec<u8>,
}

/// A lie: the address of the site, and how many times it was asked.
type Lie = fn(&str, usize) -> Sent;

pub(super) struct Hostile(SocketAddr);

impl Hostile {
    /// Lies where the path holds a word, and answers well elsewhere.
    pub(super) fn with(word: &'static str, lie: Lie) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let site = format!("http://{address}");
        thread::spawn(move || {
            for (times, stream) in listener.incoming().flatten().enumerate() {
                let _ = serve(stream, |path| {
                    if path.contains(word) {
                        lie(&site, times)
                    } else {
                        well(&site, path)
                    }
                });
            }
        });
        Self(address)
    }

    pub(super) fn url(&self) -> String {
        format!("http://{}", self.0)
    }
}

fn serve(mut stream: TcpStream, answer: impl Fn(&str) -> Sent) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = first.split(' ').nth(1).unwrap_or_default();
    let sent = answer(path);
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\n{}Content-Length: {}\r\nConnection: close\r\n\r\n",
        sent.status,
        sent.kind,
        sent.more,
        sent.body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&sent.body)
}

fn sent(document: &Value) -> Sent {
    Sent {
        status: "200 OK",
        kind: "application/json",
        more: "",
        body: document.to_string().into_bytes(),
    }
}

fn well(site: &str, path: &str) -> Sent {
    if path.starts_with("/.well-known") {
        return sent(&discovery(site, site));
    }
    if path.contains("/changes") {
        return sent(&json!({"items": [], "cursor": "c", "more": false}));
    }
    sent(&json!({"total": 0, "items": []}))
}

fn discovery(site: &str, told: &str) -> Value {
    json!({
        "format": "observatoire-ia/1",
        "site": told,
        "name": {"fr": "Ailleurs"},
        "languages": ["fr"],
        "api": {"root": format!("{site}/api/v1")},
        "licence": {"id": "etalab-2.0"},
        "attribution": {"fr": "Ailleurs"},
    })
}

pub(super) fn endless(_: &str, _: usize) -> Sent {
    Sent {
        body: vec![b' '; 9 * 1024 * 1024],
        ..sent(&Value::Null)
    }
}

pub(super) fn html(_: &str, _: usize) -> Sent {
    Sent {
        kind: "text/html",
        body: b"<h1>Bonjour</h1>".to_vec(),
        ..sent(&Value::Null)
    }
}

pub(super) fn not_json(_: &str, _: usize) -> Sent {
    Sent {
        body: b"{\"items\": [".to_vec(),
        ..sent(&Value::Null)
    }
}

pub(super) fn circle(site: &str, times: usize) -> Sent {
    let cursor = if times.is_multiple_of(2) { "a" } else { "b" };
    let line = json!({"change": "gone", "id": uuid::Uuid::nil(), "uri": site, "at": "2026-01-01T00:00:00Z"});
    sent(&json!({"items": [line], "cursor": cursor, "more": true}))
}

pub(super) fn redirect(_: &str, _: usize) -> Sent {
    Sent {
        status: "302 Found",
        more: "Location: http://169.254.169.254/latest\r\n",
        ..sent(&Value::Null)
    }
}

pub(super) fn broken(_: &str, _: usize) -> Sent {
    Sent {
        status: "500 Broken",
        ..sent(&Value::Null)
    }
}

pub(super) fn busy(_: &str, _: usize) -> Sent {
    Sent {
        status: "429 Too Many Requests",
        ..sent(&Value::Null)
    }
}

pub(super) fn next_elsewhere(_: &str, _: usize) -> Sent {
    sent(&json!({"items": [], "next": "http://169.254.169.254/api/v1/tools"}))
}

pub(super) fn other_site(site: &str, _: usize) -> Sent {
    sent(&discovery(site, "https://vigie.example"))
}

/// One record of its own, one of another site, one whose identifier is another's, and nonsense.
pub(super) fn claims(site: &str, _: usize) -> Sent {
    let id = "00000000-0000-0000-0000-000000000007";
    let other = "00000000-0000-0000-0000-000000000008";
    let line = |uri: String| {
        json!({
            "change": "changed",
            "id": id,
            "uri": uri,
            "at": "2026-01-01T00:00:00Z",
            "record": {
                "id": id,
                "reference": "X-1",
                "authority": "x",
                "name": {"fr": "Usage <script>"},
                "lifecycle": "pilot",
                "evidence": "declared",
                "generative": "yes",
                "publication": {"level": "public"},
            },
        })
    };
    let items = [
        line(format!("{site}/id/{id}")),
        line(format!("https://elsewhere.example/id/{id}")),
        line(format!("{site}/id/{other}")),
        json!({"change": "changed", "uri": 7}),
    ];
    sent(&json!({"items": items, "cursor": "c", "more": false}))
}
