//! A machine that takes letters, for one test.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A machine that takes letters, on this one: what it received, as it was sent.
pub(crate) struct Machine {
    pub(crate) port: u16,
    received: Arc<Mutex<Vec<String>>>,
}

impl Machine {
    /// `refuses`: it takes no reader, and names the address in its refusal as real ones do.
    pub(crate) fn start(refuses: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let received = Arc::new(Mutex::new(Vec::new()));
        let kept = received.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                talk(&stream, refuses, &kept);
            }
        });
        Self { port, received }
    }

    /// The letters, their soft line ends taken out.
    pub(crate) fn letters(&self) -> Vec<String> {
        let received = self.received.lock().expect("nobody panicked");
        let letters = received.iter();
        letters.map(|text| text.replace("=\r\n", "")).collect()
    }

    /// The letters, once there are so many: they are sent after the answer.
    pub(crate) fn wait_for(&self, count: usize) -> Vec<String> {
        for _ in 0..400 {
            let letters = self.letters();
            if letters.len() >= count {
                return letters;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("{} letters came of {count}", self.letters().len());
    }

    /// The table of `vigie.toml` that sends letters to this machine.
    pub(crate) fn settings(&self) -> String {
        format!(
            "[server]\npublic_url = \"https://vigie.example\"\n[mail]\nhost = \"127.0.0.1\"\nport = {}\nencryption = \"none\"\nfrom = \"Vigie <vigie@valmorel.example>\"\n",
            self.port
        )
    }
}

fn talk(mut stream: &TcpStream, refuses: bool, kept: &Mutex<Vec<String>>) {
    let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
    let mut say = |text: &str| stream.write_all(format!("{text}\r\n").as_bytes()).is_ok();
    say("220 essai ESMTP");
    let mut line = String::new();
    while reader.read_line(&mut line).is_ok_and(|read| read > 0) {
        let word = line.trim_end().to_owned();
        line.clear();
        let answer = match word.split(' ').next().unwrap_or_default() {
            "EHLO" => "250 essai".to_owned(),
            "RCPT" if refuses => format!("550 5.1.1 {word} is nobody here"),
            "DATA" => {
                say("354 go on");
                let mut letter = String::new();
                while reader.read_line(&mut letter).is_ok_and(|read| read > 0) {
                    if letter.ends_with("\r\n.\r\n") {
                        break;
                    }
                }
                kept.lock().expect("nobody panicked").push(letter);
                "250 taken".to_owned()
            }
            "QUIT" => {
                say("221 bye");
                return;
            }
            _ => "250 fine".to_owned(),
        };
        say(&answer);
    }
}
