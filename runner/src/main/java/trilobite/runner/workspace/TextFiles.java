// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import trilobite.model.port.Projects;
import trilobite.model.time.HostClock;
import trilobite.model.workspace.TextFile;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.file.SafeFile;

/// Reads and saves text files without changing what the user did not: line ends and charset stay.
final class TextFiles {

  private static final long LARGEST = 16L << 20;

  /// File systems keep times to two seconds at the worst.
  private static final long LATELY_MILLIS = 2_000;

  private TextFiles() {}

  static TextFile read(Path file) throws IOException {
    var shown = FileTrouble.shown(file);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(shown + " is not a file.");
    }
    byte[] bytes;
    try {
      if (Files.size(file) > LARGEST) {
        throw new IOException(
            shown + " is " + (Files.size(file) >> 20) + " MiB; the editor takes 16 MiB.");
      }
      bytes = Files.readAllBytes(file);
    } catch (java.nio.file.FileSystemException e) {
      throw new IOException(shown + " cannot be read: " + FileTrouble.reason(e) + ".", e);
    }
    if (new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0) {
      throw new IOException(shown + " is binary, so there is no text to show.");
    }
    return text(file, bytes);
  }

  /// Size, time and number of a file, unless it was written so lately that the same time could
  /// stand for another content.
  static Optional<String> mark(Path file) {
    try {
      var now = Files.readAttributes(file, BasicFileAttributes.class);
      var written = now.lastModifiedTime().toInstant();
      boolean lately = written.plusMillis(LATELY_MILLIS).isAfter(HostClock.wall());
      return lately
          ? Optional.empty()
          : Optional.of(now.size() + " " + now.lastModifiedTime() + " " + now.fileKey());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static TextFile text(Path file, byte[] bytes) {
    var charset = charset(bytes);
    var text = new String(bytes, charset);
    boolean crlf = onlyCrlf(text);
    var why = why(file);
    return new TextFile(
        file,
        crlf ? text.replace("\r\n", "\n") : text,
        crlf,
        charset.name(),
        stamp(bytes),
        !why.isEmpty(),
        why);
  }

  private static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  /// Only where every line ends so: in a mixed file the returns stay part of the text, and saving
  /// changes no line that the user did not.
  private static boolean onlyCrlf(String text) {
    int lines = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (at == 0 || text.charAt(at - 1) != '\r') {
        return false;
      }
      lines++;
    }
    return lines > 0;
  }

  private static String why(Path file) {
    if (!Files.isWritable(file)) {
      return "the file is read-only";
    }
    var folder = file.toAbsolutePath().getParent();
    return folder == null || !Files.isWritable(folder) ? "its folder is read-only" : "";
  }

  static TextFile save(TextFile before, String text) throws IOException {
    var file = before.path();
    var now = Files.exists(file) ? stamp(Files.readAllBytes(file)) : "";
    if (!now.equals(before.stamp())) {
      throw new Projects.ChangedOnDiskException(file);
    }
    var lines = before.crlf() ? text.replace("\n", "\r\n") : text;
    var charset = Charset.forName(before.charset());
    // What Latin-1 cannot hold would be lost as question marks.
    var able = charset.newEncoder().canEncode(lines) ? charset : StandardCharsets.UTF_8;
    byte[] bytes = lines.getBytes(able);
    try {
      SafeFile.replace(file, bytes);
    } catch (IOException e) {
      throw new IOException(
          FileTrouble.shown(file)
              + " could not be saved: "
              + FileTrouble.reason(e)
              + ". The file is as it was, your text is still here.",
          e);
    }
    return new TextFile(file, text, before.crlf(), able.name(), stamp(bytes), false, "");
  }

  private static String stamp(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
