//! Loopback addresses for servers that live as long as a test run.

use anyhow::{Context, Result};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(2);

/// A port of 127.0.0.1 that nobody listens on at this moment.
pub fn free_port() -> Result<u16> {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free loopback port was found")?;
    Ok(listener.local_addr()?.port())
}

/// Whether an HTTP server on that port answers a request, with whatever status.
pub fn answers_http(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(b"GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")?;
        let mut start = [0; 5];
        stream.read_exact(&mut start)?;
        Ok(&start == b"HTTP/")
    };
    ask().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::{answers_http, free_port};
    use std::io::{Read, Write};
    use std::net::{Ipv4Addr, TcpListener};

    fn listen() -> (TcpListener, u16) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        (listener, port)
    }

    #[test]
    fn a_port_in_use_is_not_free() {
        let (_listener, taken) = listen();
        assert_ne!(free_port().unwrap(), taken);
    }

    #[test]
    fn a_server_that_hangs_up_does_not_answer() {
        let (listener, port) = listen();
        let server = std::thread::spawn(move || drop(listener.accept().unwrap()));
        assert!(!answers_http(port));
        server.join().unwrap();
    }

    #[test]
    fn an_error_page_is_an_answer() {
        let (listener, port) = listen();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 64];
            let _ = stream.read(&mut request).unwrap();
            stream.write_all(b"HTTP/1.0 404 Not Found\r\n\r\n").unwrap();
        });
        assert!(answers_http(port));
        server.join().unwrap();
    }
}
