// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A connection that speaks one JSON object a line. Any thread may send; one reads.
final class Lines implements AutoCloseable {

  /// A page of samples is the longest there is.
  private static final int LONGEST = 8 << 20;

  private final ByteChannel channel;
  private final InputStream in;
  private final Object sending = new Object();

  Lines(ByteChannel channel) {
    this.channel = channel;
    this.in = new BufferedInputStream(Channels.newInputStream(channel), 16 << 10);
  }

  void send(JsonNode object) throws IOException {
    var line = ByteBuffer.wrap((object + "\n").getBytes(StandardCharsets.UTF_8));
    synchronized (sending) {
      while (line.hasRemaining()) {
        channel.write(line);
      }
    }
  }

  /// The next object, or empty at the end.
  ///
  /// @throws IOException where a line is no object or exceeds the bound
  Optional<JsonNode> next() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return Optional.empty();
      }
      if (line.size() == LONGEST) {
        throw new IOException("a line is longer than " + LONGEST + " bytes");
      }
      line.write(b);
    }
    try {
      var node = Wire.JSON.readTree(line.toByteArray());
      if (!node.isObject()) {
        throw new IOException("a line is no JSON object");
      }
      return Optional.of(node);
    } catch (JsonProcessingException e) {
      throw new IOException("a line is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is being given up.
    }
  }
}
