// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.runner.image.Elf;
import trilobite.runner.image.ElfBoot;
import trilobite.runner.image.ElfReader;
import trilobite.runner.image.FileBytes;
import trilobite.runner.image.ImageException;

/// An ELF file: how it boots, for whom it was linked, what it says of itself.
final class ElfClues {

  private static final int RELOCATABLE = 1;
  private static final int CORE = 4;

  /// QEMU looks for a multiboot header in so many bytes.
  private static final int MULTIBOOT = 8192;

  private static final long MOST_DATA = 12 << 20;
  private static final long MOST_NAMES = 6 << 20;

  private final FileBytes file;
  private final Clues clues;
  private final Kinds kinds;

  ElfClues(FileBytes file, Clues clues, Kinds kinds) {
    this.file = file;
    this.clues = clues;
    this.kinds = kinds;
  }

  void look(ByteBuffer head) throws IOException {
    var format = head.get(4) == 1 ? "elf32" : "elf64";
    try {
      look(ElfReader.read(file), format, head.order(ByteOrder.LITTLE_ENDIAN));
    } catch (ImageException e) {
      clues.isNothing(format, "an ELF file whose headers are broken or cut: " + e.getMessage());
    }
  }

  private void look(Elf elf, String format, ByteBuffer head) throws IOException {
    var arch = elf.arch().isEmpty() ? "machine number " + elf.machine() : elf.arch();
    clues.is(format, "an ELF file of " + elf.bits() + " bits for " + arch).arch(elf.arch());
    var notes = Notes.of(file, elf);
    if (elf.type() == RELOCATABLE) {
      clues.bootsNot("an object file: it has to be linked first");
    } else if (elf.type() == CORE) {
      clues.bootsNot("a core dump: it was a program, or a guest, once");
    } else {
      boot(elf, head, notes);
    }
    clues.buildId(elf.buildId());
    guess(elf, notes);
    SymbolsBeside.find(file, elf, clues);
    cut(elf);
  }

  private void boot(Elf elf, ByteBuffer head, Notes notes) throws IOException {
    var qemu =
        ElfBoot.of(elf, head.slice(0, Math.min(MULTIBOOT, head.limit())).order(head.order()));
    var second = Multiboot2.header(head);
    if (qemu.bootable()) {
      clues.boots(Boot.KERNEL, qemu.why() + ", which -kernel boots");
    } else {
      clues.bootsNot(qemu.why());
      second.ifPresent(
          at ->
              clues.why(
                  "a multiboot 2 header stands at byte "
                      + at
                      + ": GRUB boots it from a disk or a CD, QEMU itself does not"));
    }
    if (!Solo5Note.look(notes, clues)) {
      XenNotes.look(notes, elf.pvhEntry().isPresent(), clues);
    }
    if (clues.boot() == Boot.NONE) {
      program(elf, notes);
    }
  }

  /// A program of Linux is no kernel, but some kernels run it unmodified.
  private void program(Elf elf, Notes notes) throws IOException {
    var interpreter = interpreter(elf);
    boolean tagged = notes.find("GNU", 1).filter(ElfClues::linux).isPresent();
    if (interpreter.startsWith("/lib") || interpreter.contains("/ld-") || tagged) {
      var how = interpreter.isEmpty() ? "statically linked" : "loaded by " + interpreter;
      clues.why(
          "a program for Linux, "
              + how
              + ": Nanos, OSv and Unikraft's ELF loader run such programs as unikernels");
    }
  }

  /// The tag's first word is the system: 0 is Linux (glibc's elf.h, NT_GNU_ABI_TAG). Hermit says 6.
  private static boolean linux(Notes.Note tag) {
    return tag.content().remaining() >= 4 && tag.content().getInt(tag.content().position()) == 0;
  }

  private String interpreter(Elf elf) throws IOException {
    for (var segment : elf.segments()) {
      if (segment.type() == Elf.PT_INTERP && segment.fileSize() <= 256) {
        var bytes = file.from(segment.offset(), (int) segment.fileSize());
        return StandardCharsets.ISO_8859_1.decode(bytes).toString().replace("\0", "");
      }
    }
    return "";
  }

  private void guess(Elf elf, Notes notes) throws IOException {
    var data = new Marks(kinds.texts(), MOST_DATA);
    var names = new Marks(kinds.names(), MOST_NAMES);
    boolean sections = false;
    for (var section : elf.sections()) {
      if (section.type() == Elf.SHT_SYMTAB && section.link() < elf.sections().size()) {
        var table = elf.sections().get(Math.max(0, section.link()));
        names.scan(file, table.offset(), table.size());
      } else if (holdsText(section)) {
        sections = true;
        data.scan(file, section.offset(), section.size());
      }
    }
    if (!sections) {
      for (var segment : elf.segments()) {
        if (segment.type() == Elf.PT_LOAD) {
          data.scan(file, segment.offset(), Math.max(0, segment.fileSize()));
        }
      }
    }
    var found = new HashMap<>(data.found());
    found.putAll(names.found());
    kinds.of(found, notes.owners()).ifPresent(guess -> taken(guess));
  }

  private void taken(Kinds.Guess guess) {
    clues.os(guess);
    guess.kind().boot().needs().ifPresent(needs -> clues.bootsNot("it boots " + needs));
  }

  private static boolean holdsText(Elf.Section section) {
    return section.type() != Elf.SHT_NOBITS
        && section.size() > 0
        && (section.name().startsWith(".rodata") || section.name().startsWith(".data"));
  }

  private void cut(Elf elf) {
    for (int i = 0; i < elf.segments().size(); i++) {
      var segment = elf.segments().get(i);
      var end = segment.offset() + segment.fileSize();
      if (segment.type() == Elf.PT_LOAD && (end < 0 || end > file.size())) {
        clues.bootsNot(
            "it is cut: segment %d ends at byte %s and the file has %d"
                .formatted(i, Long.toUnsignedString(end), file.size()));
        return;
      }
    }
  }
}
