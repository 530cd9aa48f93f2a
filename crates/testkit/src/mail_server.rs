//! A mail server (RFC 5321) on a port of its own, which keeps what it gets and can be told to misbehave.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    task::JoinHandle,
};

/// What the server does with one mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Takes it.
    Take,
    /// Refuses the recipient with this code.
    RefuseRecipient(u16),
    /// Reads the mail and refuses it with this code.
    Refuse(u16),
    /// Reads the mail and hangs up: the client cannot know whether it was taken.
    HangUp,
    /// Reads the mail and never says a word again.
    FallSilent,
}

/// A mail that was read to its end.
#[derive(Debug, Clone)]
pub struct Received {
    /// The sender of the envelope.
    pub from: String,
    /// The recipients of the envelope.
    pub to: Vec<String>,
    /// Header and body.
    pub raw: Vec<u8>,
    /// What the server did with it.
    pub reply: Reply,
}

#[derive(Debug)]
struct Shared {
    replies: Mutex<VecDeque<Reply>>,
    received: Mutex<Vec<Received>>,
    arrived: Semaphore,
}

/// A mail server; it ends with its value.
#[derive(Debug)]
pub struct MailServer {
    /// Its address for the service.
    pub url: String,
    shared: Arc<Shared>,
    listening: JoinHandle<()>,
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("no thread panics while it holds this")
}

impl MailServer {
    /// Starts a server that takes everything.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port is free");
        let address = listener.local_addr().expect("the port is known");
        let shared = Arc::new(Shared {
            replies: Mutex::default(),
            received: Mutex::default(),
            arrived: Semaphore::new(0),
        });
        let state = shared.clone();
        let listening = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let state = state.clone();
                // A client that goes away in the middle is no concern of the test.
                tokio::spawn(async move { drop(Talk::new(stream, state).run().await) });
            }
        });
        Self {
            url: format!("smtp://{address}"),
            shared,
            listening,
        }
    }

    /// Says what to do with the next mails, one after the other; afterwards everything is taken again.
    pub fn then(&self, replies: impl IntoIterator<Item = Reply>) {
        lock(&self.shared.replies).extend(replies);
    }

    /// Everything that was read to its end, taken or not.
    pub fn received(&self) -> Vec<Received> {
        lock(&self.shared.received).clone()
    }

    /// What was taken.
    pub fn taken(&self) -> Vec<Received> {
        let mut all = self.received();
        all.retain(|one| one.reply == Reply::Take);
        all
    }

    /// Waits until one more mail was read to its end.
    pub async fn wait_for_one(&self) {
        self.shared
            .arrived
            .acquire()
            .await
            .expect("the server is there")
            .forget();
    }
}

struct Talk {
    stream: BufReader<TcpStream>,
    shared: Arc<Shared>,
    reply: Option<Reply>,
    from: String,
    to: Vec<String>,
}

impl Talk {
    fn new(stream: TcpStream, shared: Arc<Shared>) -> Self {
        Self {
            stream: BufReader::new(stream),
            shared,
            reply: None,
            from: String::new(),
            to: Vec::new(),
        }
    }

    async fn run(mut self) -> std::io::Result<()> {
        self.say("220 mail.test ESMTP").await?;
        loop {
            let line = self.line().await?;
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            let verb = line
                .split([' ', ':'])
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" | "HELO" => {
                    self.say("250-mail.test\r\n250-8BITMIME\r\n250 SIZE")
                        .await?;
                }
                "MAIL" => {
                    self.forget();
                    self.from = path_of(&line);
                    self.say("250 OK").await?;
                }
                "RCPT" => self.recipient(&line).await?,
                "DATA" if self.to.is_empty() => self.say("503 no recipient").await?,
                "DATA" => {
                    if !self.data().await? {
                        return Ok(());
                    }
                }
                "RSET" => {
                    self.forget();
                    self.say("250 OK").await?;
                }
                "NOOP" => self.say("250 OK").await?,
                "QUIT" => return self.say("221 bye").await,
                "" => return Ok(()),
                _ => self.say("502 unknown").await?,
            }
        }
    }

    fn forget(&mut self) {
        self.reply = None;
        self.from.clear();
        self.to.clear();
    }

    async fn recipient(&mut self, line: &str) -> std::io::Result<()> {
        let reply = match self.reply {
            Some(reply) => reply,
            None => lock(&self.shared.replies)
                .pop_front()
                .unwrap_or(Reply::Take),
        };
        self.reply = Some(reply);
        if let Reply::RefuseRecipient(code) = reply {
            return self.say(&format!("{code} not this one")).await;
        }
        self.to.push(path_of(line));
        self.say("250 OK").await
    }

    /// Reads a mail; false when nothing is said any more.
    async fn data(&mut self) -> std::io::Result<bool> {
        self.say("354 go on").await?;
        let mut raw = Vec::new();
        loop {
            let line = self.line().await?;
            if line.is_empty() {
                return Ok(false);
            }
            if line == b".\r\n" {
                break;
            }
            raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
        let reply = self.reply.take().unwrap_or(Reply::Take);
        lock(&self.shared.received).push(Received {
            from: self.from.clone(),
            to: self.to.clone(),
            raw,
            reply,
        });
        self.shared.arrived.add_permits(1);
        self.forget();
        match reply {
            Reply::Take => self.say("250 taken").await?,
            Reply::Refuse(code) | Reply::RefuseRecipient(code) => {
                self.say(&format!("{code} refused")).await?;
            }
            Reply::HangUp => return Ok(false),
            Reply::FallSilent => std::future::pending().await,
        }
        Ok(true)
    }

    async fn line(&mut self) -> std::io::Result<Vec<u8>> {
        let mut line = Vec::new();
        self.stream.read_until(b'\n', &mut line).await?;
        Ok(line)
    }

    async fn say(&mut self, words: &str) -> std::io::Result<()> {
        let words = format!("{words}\r\n");
        self.stream.get_mut().write_all(words.as_bytes()).await
    }
}

fn path_of(line: &str) -> String {
    let start = line.find('<').map_or(line.len(), |at| at + 1);
    let end = line.rfind('>').unwrap_or(line.len());
    line.get(start..end).unwrap_or_default().to_owned()
}
