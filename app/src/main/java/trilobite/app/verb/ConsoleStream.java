// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import trilobite.model.console.ConsoleLog;
import trilobite.model.console.GuestText;
import trilobite.model.time.HostClock;

/// Copies a console to standard output. On a terminal the guest's control characters are shown,
/// never obeyed, unless `raw`; into a pipe or a file the bytes go as they are.
final class ConsoleStream {
  private static final int BEAT_MILLIS = 50;

  private final Env env;
  private final ConsoleLog log;
  private final boolean escape;
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final byte[] bytes = new byte[1 << 16];
  private final ByteBuffer pending = ByteBuffer.allocate(bytes.length + 8);
  private long offset;

  ConsoleStream(Env env, ConsoleLog log, boolean raw) {
    this.env = env;
    this.log = log;
    this.escape = env.terminal() && !raw;
  }

  /// Leaves out what is there already.
  void skip() {
    offset = log.length();
  }

  /// Prints what is there; true if anything was.
  boolean drain() {
    boolean any = false;
    int n;
    while ((n = log.read(offset, bytes)) > 0) {
      offset += n;
      any = true;
      print(n);
    }
    env.out().flush();
    return any;
  }

  void follow() throws InterruptedException {
    try (var beat = new Beat(BEAT_MILLIS)) {
      do {
        drain();
      } while (env.heard() && beat.next(() -> !log.live()));
    }
    drain();
  }

  void untilQuiet(int quietMillis, int longestMillis) throws InterruptedException {
    long end = HostClock.nanos() + TimeUnit.MILLISECONDS.toNanos(longestMillis);
    long quiet = TimeUnit.MILLISECONDS.toNanos(quietMillis);
    var last = new long[] {HostClock.nanos()};
    try (var beat = new Beat(BEAT_MILLIS)) {
      do {
        if (drain()) {
          last[0] = HostClock.nanos();
        }
      } while (beat.next(() -> HostClock.nanos() - last[0] > quiet || HostClock.nanos() > end));
    }
  }

  private void print(int n) {
    if (!escape) {
      env.out().write(bytes, 0, n);
      return;
    }
    // A character may be split between two reads: the rest waits in `pending`.
    pending.put(bytes, 0, n).flip();
    var chars = CharBuffer.allocate(pending.remaining() + 1);
    utf8.decode(pending, chars, false);
    pending.compact();
    env.out().print(GuestText.visible(chars.flip().toString().replace("\r\n", "\n")));
  }
}
