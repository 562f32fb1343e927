//! Just enough HTTP to ask a server of ours whether it is ready.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

/// The head of an answer.
pub(crate) struct Answer {
    /// The status code.
    pub(crate) status: u16,
    /// Where a redirection leads.
    pub(crate) location: Option<String>,
}

/// A port that nobody listens on at this moment.
pub(crate) fn free_port() -> io::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// Asks for a path on this machine and reads the answer to its end.
pub(crate) fn get(port: u16, path: &str) -> io::Result<Answer> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    )?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    parse(&String::from_utf8_lossy(&bytes))
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "not an HTTP answer"))
}

fn parse(text: &str) -> Option<Answer> {
    let (head, _) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let location = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("location")
            .then(|| value.trim().to_owned())
    });
    Some(Answer { status, location })
}

#[cfg(test)]
mod cases {
    use super::*;

    #[test]
    fn a_redirection_says_where() {
        let answer = parse("HTTP/1.1 303 See Other\r\nlocation: /fr/\r\n\r\n").expect("an answer");
        assert_eq!(answer.status, 303);
        assert_eq!(answer.location.as_deref(), Some("/fr/"));
    }

    #[test]
    fn half_an_answer_is_none() {
        assert!(parse("HTTP/1.1 200").is_none());
    }
}
