(* A web server that says hello, on the TCP of Mirage's own stack. *)
open Lwt.Infix
open Cmdliner

let port =
  let doc = Arg.info ~doc:"The TCP port to listen on." [ "port" ] in
  Mirage_runtime.register_arg Arg.(value & opt int 8080 doc)

let body = "Hello from a unikernel\n"

let response =
  Printf.sprintf
    "HTTP/1.1 200 OK\r\n\
     Content-Type: text/plain\r\n\
     Content-Length: %d\r\n\
     Connection: close\r\n\
     \r\n\
     %s"
    (String.length body) body

module Main (S : Tcpip.Stack.V4V6) = struct
  let answer flow =
    S.TCP.read flow >>= function
    | Ok (`Data _) ->
        S.TCP.write flow (Cstruct.of_string response) >>= fun _ ->
        S.TCP.close flow
    | Ok `Eof | Error _ -> S.TCP.close flow

  let start s =
    S.TCP.listen (S.tcp s) ~port:(port ()) answer;
    Logs.info (fun f -> f "listening on :%d" (port ()));
    S.listen s
end
