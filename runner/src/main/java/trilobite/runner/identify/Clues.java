// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.image.ImageIdentity;
import trilobite.model.image.ImageIdentity.Boot;

/// What is gathered about one file while it is looked at. Later words win over earlier ones. One
/// thread.
final class Clues {

  private final Path file;
  private final long bytes;
  private final List<String> why = new ArrayList<>();
  private String format = "unknown";
  private String arch = "";
  private Boot boot = Boot.NONE;
  private Optional<String> machine = Optional.empty();
  private Optional<String> buildId = Optional.empty();
  private Optional<Path> symbols = Optional.empty();
  private Optional<Kinds.Guess> guess = Optional.empty();
  private boolean card = true;
  private boolean recognised;

  Clues(Path file, long bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  Path file() {
    return file;
  }

  long bytes() {
    return bytes;
  }

  /// What the file is, which counts as recognising it.
  Clues is(String newFormat, String sentence) {
    format = newFormat;
    recognised = true;
    return why(sentence);
  }

  /// What the file seems to be, and why it is nothing that can be used.
  Clues isNothing(String newFormat, String sentence) {
    format = newFormat;
    recognised = false;
    boot = Boot.NONE;
    return why(sentence);
  }

  Clues why(String sentence) {
    why.add(sentence);
    return this;
  }

  Clues arch(String name) {
    arch = name;
    return this;
  }

  String arch() {
    return arch;
  }

  Clues boots(Boot how, String sentence) {
    boot = how;
    return why(sentence);
  }

  Clues bootsNot(String sentence) {
    boot = Boot.NONE;
    return why(sentence);
  }

  Clues machine(String name) {
    machine = Optional.of(name);
    return this;
  }

  Clues buildId(Optional<String> id) {
    buildId = id;
    id.ifPresent(hex -> why.add("its build-id is " + hex));
    return this;
  }

  /// It does not start where it finds a network card.
  Clues noCard(String sentence) {
    card = false;
    return why(sentence);
  }

  Clues symbols(Path beside, String sentence) {
    symbols = Optional.of(beside);
    return why(sentence);
  }

  Clues os(Kinds.Guess found) {
    guess = Optional.of(found);
    return why(found.why());
  }

  boolean recognised() {
    return recognised;
  }

  Boot boot() {
    return boot;
  }

  ImageIdentity done() {
    var manners = guess.map(Kinds.Guess::kind).map(Kind::boot).orElse(Kind.Boot.NONE);
    var proposed = machine.or(manners::machine).orElseGet(this::usual);
    if (boot != Boot.NONE && proposed.isEmpty()) {
      bootsNot("Trilobite proposes no machine for " + (arch.isEmpty() ? "it" : arch));
    }
    if (boot != Boot.NONE) {
      why.add("machine " + proposed + " is proposed" + reach());
    }
    return new ImageIdentity(
        file,
        bytes,
        format,
        guess.map(Kinds.Guess::title).orElse(""),
        arch,
        boot == Boot.NONE ? "" : proposed,
        guess.map(Kinds.Guess::kind).filter(Kind::profile).map(Kind::name).orElse(""),
        manners.memory().orElse(boot == Boot.DRIVE || boot == Boot.CDROM ? "512M" : "128M"),
        boot == Boot.KERNEL ? manners.append() : "",
        manners.ready(),
        card,
        boot,
        buildId,
        symbols,
        why,
        recognised);
  }

  private String reach() {
    return switch (arch) {
      case "x86_64", "i386", "" -> "";
      default -> "; on " + arch + " there are console, vitals and packets, the eyes not yet";
    };
  }

  private String usual() {
    return switch (arch) {
      case "x86_64", "i386" -> "q35";
      case "aarch64", "arm", "riscv64", "riscv32", "loongarch64" -> "virt";
      // A disk does not say for which machine it was made.
      case "" -> boot == Boot.NONE ? "" : "q35";
      default -> "";
    };
  }
}
