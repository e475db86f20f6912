// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads one HTTP/1.1 answer to its end and throws its body away. The sender is a guest: lines,
/// headers and bodies are bounded.
///
/// @param status such as 200
/// @param keep true where the connection can carry another request
record HttpAnswer(int status, boolean keep) {

  private static final Pattern FIRST = Pattern.compile("HTTP/1\\.[01] [1-5]\\d\\d\\b");
  private static final int MOST_LINE = 16 << 10;
  private static final int MOST_HEADERS = 200;
  private static final long MOST_BODY = 64L << 20;

  /// What the headers say of the body.
  private static final class Framing {
    long length = -1;
    boolean chunked;
    boolean close;

    void take(String header) {
      var line = header.toLowerCase(Locale.ROOT);
      if (line.startsWith("content-length:")) {
        length = number(line.substring(15).strip(), 10);
      } else if (line.startsWith("transfer-encoding:")) {
        chunked |= line.contains("chunked");
      } else if (line.startsWith("connection:")) {
        close |= line.contains("close");
      }
    }
  }

  static HttpAnswer read(InputStream in) throws IOException {
    var first = line(in);
    if (!FIRST.matcher(first).lookingAt()) {
      throw new IOException("the answer is no HTTP");
    }
    var status = Integer.parseInt(first.substring(9, 12));
    var framing = new Framing();
    framing.close = first.startsWith("HTTP/1.0");
    headers(in, framing);
    if (status == 204 || status == 304) {
      return new HttpAnswer(status, !framing.close);
    }
    if (framing.chunked) {
      chunks(in);
    } else if (framing.length >= 0) {
      skip(in, framing.length);
    } else {
      skipAll(in);
      return new HttpAnswer(status, false);
    }
    return new HttpAnswer(status, !framing.close);
  }

  private static void headers(InputStream in, Framing framing) throws IOException {
    for (var i = 0; i < MOST_HEADERS; i++) {
      var line = line(in);
      if (line.isEmpty()) {
        return;
      }
      framing.take(line);
    }
    throw new IOException("the answer has too many headers");
  }

  private static void chunks(InputStream in) throws IOException {
    var sum = 0L;
    while (true) {
      var size = number(line(in).replaceAll(";.*", "").strip(), 16);
      if (size < 0) {
        throw new IOException("a chunk of the answer has no size");
      }
      sum += size;
      if (size == 0) {
        headers(in, new Framing());
        return;
      }
      if (sum > MOST_BODY) {
        throw new IOException("the answer is too long");
      }
      skip(in, size);
      line(in);
    }
  }

  private static long number(String text, int radix) {
    try {
      return Long.parseLong(text, radix);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static void skip(InputStream in, long bytes) throws IOException {
    if (bytes > MOST_BODY) {
      throw new IOException("the answer is too long");
    }
    in.skipNBytes(bytes);
  }

  private static void skipAll(InputStream in) throws IOException {
    var sum = 0L;
    var piece = new byte[8192];
    for (var count = in.read(piece); count >= 0; count = in.read(piece)) {
      sum += count;
      if (sum > MOST_BODY) {
        throw new IOException("the answer is too long");
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection was closed in the middle of an answer");
      }
      if (line.length() >= MOST_LINE) {
        throw new IOException("the answer has too long a line");
      }
      line.append((char) next);
    }
    var end = line.length();
    return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
  }
}
