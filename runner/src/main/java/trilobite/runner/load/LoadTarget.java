// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Where requests go, and the request itself.
///
/// @param request the bytes of one request, ready to be sent
@SuppressWarnings("ArrayRecordComponent")
record LoadTarget(String host, int port, byte[] request) {

  /// @throws IllegalArgumentException where the address is none for plain HTTP; fit for people
  static LoadTarget of(URI target) {
    if (!"http".equals(target.getScheme()) || target.getHost() == null) {
      throw new IllegalArgumentException(
          target + " is no address for load; it must be such as http://127.0.0.1:8080/");
    }
    var path =
        target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    var query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    var request =
        "GET "
            + path
            + query
            + " HTTP/1.1\r\nHost: "
            + target.getAuthority()
            + "\r\nUser-Agent: trilobite\r\nAccept: */*\r\n\r\n";
    return new LoadTarget(
        target.getHost(),
        target.getPort() < 0 ? 80 : target.getPort(),
        request.getBytes(StandardCharsets.US_ASCII));
  }
}
