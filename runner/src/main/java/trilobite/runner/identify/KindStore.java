// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import trilobite.runner.file.SafeFile;

/// Keeps what was read of the profiles, so that the first image of a program's life is told in
/// milliseconds: to read TOML takes a fresh Java longer than to look at any image. The file's name
/// is the hash of all texts that it was made from, so it is never stale; one that is broken counts
/// as none.
final class KindStore {

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST = 10_000;

  private final Path folder;

  /// @param folder in Trilobite's cache; need not exist
  KindStore(Path folder) {
    this.folder = folder;
  }

  /// @param texts all that the kinds are made from
  Optional<List<Kind>> read(List<String> texts) {
    try {
      var file = file(texts);
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      return Optional.of(kinds(Files.readAllBytes(file)));
    } catch (IOException | PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /// Keeps them; where that cannot be done, they are read anew next time.
  void write(List<String> texts, List<Kind> kinds) {
    try {
      Files.createDirectories(folder);
      SafeFile.replace(file(texts), bytes(kinds));
    } catch (IOException e) {
      // The cache is full or read-only: slower, and nothing else.
    }
  }

  private Path file(List<String> texts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var text : texts) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return folder.resolve("kinds-1-" + HexFormat.of().formatHex(digest.digest(), 0, 12));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(List<Kind> kinds) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(kinds.size());
    for (var kind : kinds) {
      out.writeUTF(kind.name());
      out.writeBoolean(kind.profile());
      out.writeUTF(kind.title());
      out.writeInt(kind.marks().size());
      for (var mark : kind.marks()) {
        out.writeUTF(mark.text());
        write(out, mark.version().map(Pattern::pattern));
      }
      write(out, kind.symbols().stream().sorted().toList());
      write(out, kind.notes());
      write(out, kind.on());
      write(out, kind.boot().machine());
      write(out, kind.boot().memory());
      out.writeUTF(kind.boot().append());
      write(out, kind.boot().needs());
      write(out, kind.boot().ready());
    }
    return bytes.toByteArray();
  }

  private static List<Kind> kinds(byte[] bytes) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    var kinds = new ArrayList<Kind>();
    for (int left = count(in); left > 0; left--) {
      var name = in.readUTF();
      boolean profile = in.readBoolean();
      var title = in.readUTF();
      var marks = new ArrayList<Kind.Mark>();
      for (int more = count(in); more > 0; more--) {
        marks.add(new Kind.Mark(in.readUTF(), text(in).map(Pattern::compile)));
      }
      kinds.add(
          new Kind(
              name,
              profile,
              title,
              List.copyOf(marks),
              Set.copyOf(texts(in)),
              texts(in),
              texts(in),
              new Kind.Boot(text(in), text(in), in.readUTF(), text(in), text(in))));
    }
    return List.copyOf(kinds);
  }

  private static void write(DataOutputStream out, Optional<String> text) throws IOException {
    out.writeBoolean(text.isPresent());
    out.writeUTF(text.orElse(""));
  }

  private static void write(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (var text : texts) {
      out.writeUTF(text);
    }
  }

  private static Optional<String> text(DataInputStream in) throws IOException {
    boolean present = in.readBoolean();
    var text = in.readUTF();
    return present ? Optional.of(text) : Optional.empty();
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    var texts = new ArrayList<String>();
    for (int left = count(in); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return List.copyOf(texts);
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("no list is that long");
    }
    return count;
  }
}
