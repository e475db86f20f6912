// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Turns a tool's bytes into text as it came, and beside that into plain lines to be matched. Holds
/// one line at most, cut at 65,536 characters; bytes that are no UTF-8 become `�`.
final class OutputLines extends OutputStream {

  private static final int LONGEST = 1 << 16;
  private static final int CHUNK = 8192;

  /// ECMA-48 control sequences, and operating system commands up to their end.
  private static final Pattern ANSI =
      Pattern.compile(
          "\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|[ -/]*[0-~])");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

  private final Consumer<String> text;
  private final Consumer<String> lines;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
  private final CharBuffer chars = CharBuffer.allocate(CHUNK);
  private final StringBuilder line = new StringBuilder();
  private long count;

  /// @param text gets everything, not cut at line ends
  /// @param lines gets each line without its end and without control sequences
  OutputLines(Consumer<String> text, Consumer<String> lines) {
    this.text = text;
    this.lines = lines;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] from, int offset, int length) {
    for (int done = 0; done < length; ) {
      int some = Math.min(bytes.remaining(), length - done);
      count += some;
      bytes.put(from, offset + done, some);
      done += some;
      decode(false);
    }
  }

  /// The output has ended: what is left of a line is a line.
  synchronized void end() {
    decode(true);
    decoder.flush(chars);
    emit();
    if (!line.isEmpty()) {
      endLine();
    }
  }

  /// The line under way, without control sequences: a question waits at its end.
  synchronized String partial() {
    return plain();
  }

  /// How much came until now, to see whether something did.
  synchronized long count() {
    return count;
  }

  private void decode(boolean last) {
    bytes.flip();
    decoder.decode(bytes, chars, last);
    bytes.compact();
    emit();
  }

  private void emit() {
    chars.flip();
    var some = chars.toString();
    chars.clear();
    if (some.isEmpty()) {
      return;
    }
    text.accept(some);
    int start = 0;
    for (int end = some.indexOf('\n'); end >= 0; end = some.indexOf('\n', start)) {
      keep(some, start, end);
      endLine();
      start = end + 1;
    }
    keep(some, start, some.length());
  }

  private void keep(String some, int start, int end) {
    line.append(some, start, Math.min(end, start + Math.max(0, LONGEST - line.length())));
  }

  private void endLine() {
    var plain = plain();
    line.setLength(0);
    lines.accept(plain);
  }

  private String plain() {
    return CONTROL.matcher(ANSI.matcher(line).replaceAll("")).replaceAll("");
  }
}
