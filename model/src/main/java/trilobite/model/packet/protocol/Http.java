// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import java.util.List;
import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol.Next;
import trilobite.model.packet.layer.Slice;

/// HTTP/1 as far as one segment holds it (RFC 9112): its first line and header fields.
final class Http {

  private static final int MOST_FIELDS = 100;
  private static final List<String> BEGINNINGS =
      List.of(
          "HTTP/1.",
          "GET ",
          "POST ",
          "PUT ",
          "HEAD ",
          "DELETE ",
          "PATCH ",
          "OPTIONS ",
          "CONNECT ",
          "TRACE ");

  private Http() {}

  /// True where a segment begins a request or an answer, whatever its port.
  static boolean begins(Slice bytes) {
    for (var beginning : BEGINNINGS) {
      if (begins(bytes, beginning)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(Slice bytes, String text) {
    if (!bytes.has(0, text.length())) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes.u8(i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The first line.
  static String line(Slice bytes) {
    return bytes.text(0, end(bytes, 0));
  }

  static Next read(LayerBuilder layer, Slice bytes) {
    layer.name("HTTP");
    layer.text((begins(bytes, "HTTP/") ? "answer " : "request ") + line(bytes));
    int at = 0;
    for (int i = 0; i <= MOST_FIELDS && at < bytes.size(); i++) {
      int end = end(bytes, at);
      if (end == at) {
        at = next(bytes, end);
        break;
      }
      field(layer, bytes, at, end, i == 0);
      at = next(bytes, end);
    }
    layer.length(at);
    return Data.of(bytes.from(at));
  }

  private static void field(LayerBuilder layer, Slice bytes, int at, int end, boolean first) {
    int colon = at;
    while (colon < end && bytes.u8(colon) != ':') {
      colon++;
    }
    if (first || colon == end) {
      layer.add(first ? "Line" : "Field", at, end - at, bytes.text(at, end - at));
    } else {
      var value = bytes.text(colon + 1, end - colon - 1).strip();
      layer.add(bytes.text(at, colon - at), at, end - at, value);
    }
  }

  /// Where the line that begins at `from` ends.
  private static int end(Slice bytes, int from) {
    int at = from;
    while (at < bytes.size() && bytes.u8(at) != '\r' && bytes.u8(at) != '\n') {
      at++;
    }
    return at;
  }

  /// Where the line behind one that ends at `end` begins.
  private static int next(Slice bytes, int end) {
    int at = end;
    if (at < bytes.size() && bytes.u8(at) == '\r') {
      at++;
    }
    return at < bytes.size() && bytes.u8(at) == '\n' ? at + 1 : at;
  }
}
