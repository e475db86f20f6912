//! A web server that says hello: one connection at a time, by the standard library alone.

#[cfg(target_os = "hermit")]
use hermit as _;

use std::io::{BufRead, BufReader, Result, Write};
use std::net::{TcpListener, TcpStream};

const PORT: u16 = 8080;
const BODY: &str = "Hello from a unikernel\n";

fn answer(mut client: TcpStream) -> Result<()> {
    let mut head = BufReader::new(client.try_clone()?).lines();
    while let Some(line) = head.next().transpose()? {
        if line.is_empty() {
            break;
        }
    }
    write!(
        client,
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{BODY}",
        BODY.len()
    )
}

fn main() -> Result<()> {
    let listener = TcpListener::bind(("0.0.0.0", PORT))?;
    println!("listening on :{PORT}");
    for client in listener.incoming() {
        if let Err(error) = client.and_then(answer) {
            eprintln!("a client: {error}");
        }
    }
    Ok(())
}
