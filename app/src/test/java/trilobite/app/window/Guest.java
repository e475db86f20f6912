// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The demo guest as its clients see it, over HTTP through the forward.
final class Guest implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  Guest(int port) {
    this.port = port;
  }

  String get(String path) throws IOException, InterruptedException {
    return ask(path, "GET");
  }

  /// What the guest says of itself, such as `heap`.
  JsonNode truth(String of) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(get("/truth/" + of));
  }

  void perform(String word) throws IOException, InterruptedException {
    ask("/do/" + word, "POST");
  }

  /// Seconds since its first instruction.
  double uptime() throws IOException, InterruptedException {
    return Double.parseDouble(ask("/do/uptime", "POST").split(" ")[1]);
  }

  /// True where a request is not answered within two seconds.
  boolean silent() throws InterruptedException {
    try {
      ask("/", "GET", Duration.ofSeconds(2));
      return false;
    } catch (IOException noAnswer) {
      return true;
    }
  }

  private String ask(String path, String method) throws IOException, InterruptedException {
    return ask(path, method, Duration.ofSeconds(10));
  }

  private String ask(String path, String method, Duration patience)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(patience)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() {
    client.close();
  }
}
