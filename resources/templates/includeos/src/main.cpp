// A web server that says hello, on the TCP of IncludeOS.
#include <cstdio>
#include <net/interfaces>
#include <os>
#include <service>
#include <string>

namespace {

constexpr uint16_t port = 8080;
const std::string body = "Hello from a unikernel\n";

std::string response() {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

}  // namespace

void Service::start(const std::string&) {
  auto& stack = net::Interfaces::get(0);
  stack.network_config({10, 0, 2, 15}, {255, 255, 255, 0}, {10, 0, 2, 2});
  stack.tcp().listen(port).on_connect([](auto connection) {
    connection->on_read(4096, [connection](auto) {
      connection->write(response());
      connection->close();
    });
  });
  std::printf("listening on :%u\n", port);
}
