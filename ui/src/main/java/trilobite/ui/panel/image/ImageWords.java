// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trilobite.model.console.GuestText;
import trilobite.model.image.ImageIdentity;

/// What the page says of an image. Pure. Everything that a file says of itself is made fit to be
/// shown.
final class ImageWords {

  private ImageWords() {}

  /// A line of the page.
  record Fact(String label, String value) {}

  /// Such as `Unikraft 0.17.0`, or the format where nothing tells more.
  static String title(ImageIdentity image) {
    return GuestText.visible(image.os().isEmpty() ? format(image) : image.os());
  }

  /// The one sentence on what can be done with it.
  static String verdict(ImageIdentity image) {
    if (image.bootable()) {
      return "It boots in QEMU "
          + how(image)
          + ", on "
          + image.machine()
          + " with "
          + image.memory()
          + " of memory.";
    }
    return image.recognised()
        ? "It cannot boot in QEMU as it is. The reasons say what would run it."
        : "This is nothing that can boot.";
  }

  static String how(ImageIdentity image) {
    return switch (image.boot()) {
      case KERNEL -> "as a kernel";
      case DRIVE -> "as a disk";
      case CDROM -> "as a CD-ROM";
      case FIRMWARE -> "in place of the machine's firmware";
      case NONE -> "not at all";
    };
  }

  private static String format(ImageIdentity image) {
    return switch (image.format()) {
      case "elf64" -> "64-bit ELF";
      case "elf32" -> "32-bit ELF";
      case "iso", "rom" -> image.format().toUpperCase(Locale.ROOT);
      case "raw" -> "raw disk";
      case String other -> other;
    };
  }

  static List<Fact> facts(ImageIdentity image) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Format", format(image)));
    add(facts, "Architecture", image.arch());
    facts.add(new Fact("Size", size(image.bytes())));
    add(facts, "OS profile", image.profile());
    image.buildId().ifPresent(id -> add(facts, "Build-id", id));
    image.symbols().ifPresent(file -> add(facts, "Symbols", file.toString()));
    if (image.bootable()) {
      add(facts, "Machine", image.machine());
      add(facts, "Memory", image.memory());
      facts.add(new Fact("Starts", how(image)));
      add(facts, "Command line", image.append());
      facts.add(new Fact("Network", image.card() ? "a card, without a way out" : "no card"));
      image.ready().ifPresent(text -> add(facts, "Ready when it says", text));
    }
    return List.copyOf(facts);
  }

  private static void add(List<Fact> facts, String label, String value) {
    Optional.of(GuestText.visible(value))
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> facts.add(new Fact(label, text)));
  }

  private static String size(long bytes) {
    if (bytes < 1 << 10) {
      return bytes + " B";
    }
    return bytes < 1 << 20
        ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
        : String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
  }

  /// What was seen and what follows, as sentences. A program's name stays as it is written.
  static List<String> why(ImageIdentity image) {
    return image.why().stream().map(GuestText::visible).map(ImageWords::sentence).toList();
  }

  private static String sentence(String text) {
    boolean word = text.matches("(?s)\\p{Lower}+[ ,:].*");
    var begin = word ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
    return begin + ".";
  }
}
