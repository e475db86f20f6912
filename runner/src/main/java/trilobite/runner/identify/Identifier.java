// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.image.ImageIdentity;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.image.ElfReader;
import trilobite.runner.image.FileBytes;

/// Says what a file is. Reads headers and at most some megabytes, whatever the file's size and
/// whatever its headers claim.
final class Identifier {

  private static final int HEAD = 1 << 16;
  private static final long MOST_DATA = 4 << 20;

  private final Kinds kinds;

  Identifier(Kinds kinds) {
    this.kinds = kinds;
  }

  /// @throws NoSuchFileException where there is no such file
  ImageIdentity identify(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.isDirectory(file)) {
      return new Clues(file, 0).isNothing("folder", "this is a folder, not an image").done();
    }
    if (!Files.isRegularFile(file)) {
      return new Clues(file, 0).isNothing("special", "this is no regular file").done();
    }
    try (var bytes = new FileBytes(file)) {
      var clues = new Clues(file, bytes.size());
      look(bytes, clues);
      return clues.done();
    } catch (IOException e) {
      var why = "it cannot be read: " + FileTrouble.reason(e);
      return new Clues(file, 0).isNothing("unknown", why).done();
    }
  }

  private void look(FileBytes file, Clues clues) throws IOException {
    if (file.size() == 0) {
      clues.isNothing("empty", "the file is empty");
      return;
    }
    var head = file.head(HEAD);
    if (ElfReader.looksLikeElf(head)) {
      new ElfClues(file, clues, kinds).look(head);
      return;
    }
    boolean known =
        LinuxClues.look(file, head, clues, kinds)
            || DiskClues.look(file, head, clues)
            || PackedClues.look(head, clues)
            || SectorClues.iso(file, clues)
            || RomClues.pc(file, clues)
            || SectorClues.disk(file, head, clues);
    if (!known && text(head)) {
      clues.isNothing("text", "a text file, which nothing can boot");
      return;
    }
    guess(file)
        .ifPresentOrElse(
            guess -> taken(guess, head, clues),
            () -> {
              if (!clues.recognised()) {
                unknown(clues);
              }
            });
  }

  private Optional<Kinds.Guess> guess(FileBytes file) throws IOException {
    var marks = new Marks(kinds.texts(), MOST_DATA);
    marks.scan(file, 0, MOST_DATA);
    return kinds.of(marks.found(), java.util.Set.of());
  }

  private static void taken(Kinds.Guess guess, ByteBuffer head, Clues clues) {
    if (clues.recognised()) {
      clues.os(guess);
    } else if (!guess.kind().profile()) {
      RomClues.loader(head, guess, clues);
    } else {
      clues.is("unknown", "its format is not known").os(guess);
    }
  }

  private static void unknown(Clues clues) {
    clues.isNothing(
        "unknown", "no format that is known begins like this, and nothing in it says what it is");
  }

  /// Characters and white space only, and valid UTF-8 but for one that the read cut through.
  private static boolean text(ByteBuffer head) {
    for (var i = 0; i < head.limit(); i++) {
      var b = head.get(i);
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != 0x1b && b != '\f') {
        return false;
      }
    }
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return !decoder.decode(head.duplicate(), CharBuffer.allocate(head.limit()), false).isError();
  }
}
