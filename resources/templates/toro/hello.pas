// A web server that says hello over virtio-vsock: Toro has no TCP by design.
program hello;

{$IFDEF FPC}
 {$mode delphi}
{$ENDIF}

uses
  Kernel, Process, Memory, Debug, Arch, Filesystem, VirtIO, VirtIOVSocket, Console, Network;

const
  Port = 80;
  Answer = 'HTTP/1.0 200'#13#10'Content-type: text/plain'#13#10'Content-length: 23'#13#10 +
    'Connection: close'#13#10#13#10'Hello from a unikernel'#10;

var
  Server, Client: PSocket;
  Text: PChar;
  Some: Char;

begin
  if KernelParamCount < 1 then
  begin
    WriteConsoleF('the command line must name the network driver: virtiovsocket\n', []);
    Exit;
  end;
  DedicateNetworkSocket(GetKernelParam(0));
  Text := Answer;
  Server := SysSocket(SOCKET_STREAM);
  Server.Sourceport := Port;
  Server.Blocking := True;
  SysSocketListen(Server, 50);
  WriteConsoleF('listening on vsock port %d\n', [Port]);
  while True do
  begin
    Client := SysSocketAccept(Server);
    SysSocketRecv(Client, @Some, 1, 0);
    SysSocketSend(Client, Text, Length(Answer), 0);
    SysSocketClose(Client);
  end;
end.
