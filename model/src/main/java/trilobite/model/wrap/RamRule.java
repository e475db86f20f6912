// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.project.MemorySize;
import trilobite.model.wrap.WrapPlan.Ram;

/// Puts the guest's RAM into a file that the host can map, with the size and under the name that it
/// has without us, so that saved states still fit. Where the line says more of its RAM than a size,
/// it is left alone.
///
/// Names of the RAM: `default_ram_id` in `hw/i386/pc.c`, `hw/i386/microvm.c`, `hw/arm/virt.c` and
/// `hw/riscv/virt.c` of QEMU 7.2; the size without `-m` is `default_ram_size` of
/// `hw/core/machine.c`.
final class RamRule {

  private static final long DEFAULT = 128L << 20;

  private final QemuLine line;
  private final String arch;
  private final WrapPlaces places;

  RamRule(QemuLine line, String arch, WrapPlaces places) {
    this.line = line;
    this.arch = arch;
    this.places = places;
  }

  Optional<Ram> apply(WrapEdit edit) {
    var own = line.machine().get("memory-backend");
    if (own.isPresent()) {
      return shared(own.get(), edit);
    }
    var why = reason();
    if (!why.isEmpty()) {
      edit.note("RAM is left as it is: " + why + ".");
      return Optional.empty();
    }
    long bytes = size().orElseThrow();
    var region = region().orElseThrow();
    edit.add(
        "-object",
        "memory-backend-file,id="
            + region
            + ",share=on,mem-path="
            + value(places.ram())
            + ",size="
            + bytes);
    edit.add("-machine", "memory-backend=" + region);
    return Optional.of(new Ram(places.ram(), region, bytes));
  }

  /// The line's own backend will do where it is a file that others see.
  private Optional<Ram> shared(String id, WrapEdit edit) {
    for (var option : line.all("object")) {
      var object = QemuProperties.of(option.text(), "qom-type");
      if (object.get("id").filter(id::equals).isEmpty()) {
        continue;
      }
      var path = object.get("mem-path");
      var bytes = object.get("size").map(QemuSize::bytes).orElse(OptionalLong.empty());
      boolean file = object.get("qom-type").filter("memory-backend-file"::equals).isPresent();
      if (file && object.on("share") && path.isPresent() && bytes.isPresent()) {
        return Optional.of(new Ram(Path.of(path.get()), id, bytesOf(object)));
      }
    }
    edit.note(
        "RAM is left as it is: the line gives it a memory backend of its own, "
            + id
            + ", that is no shared file.");
    return Optional.empty();
  }

  /// A backend's bare size is in bytes, while that of `-m` is in MiB.
  private static long bytesOf(QemuProperties object) {
    var text = object.get("size").orElse("0");
    return text.chars().allMatch(Character::isDigit)
        ? Long.parseLong(text)
        : QemuSize.bytes(text).orElse(0);
  }

  private String reason() {
    if (line.has("readconfig")) {
      return "-readconfig may say more of it than stands in the line";
    }
    if (line.has("numa")) {
      return "-numa shares it out between nodes";
    }
    if (line.has("mem-path")) {
      return "-mem-path has it in a place of its own";
    }
    if (line.machine().values().keySet().stream().anyMatch(key -> key.startsWith("memory."))) {
      return "-machine says its size";
    }
    if (line.machine().get("confidential-guest-support").isPresent()) {
      return "it is encrypted";
    }
    if (xen()) {
      return "Xen has it";
    }
    if (region().isEmpty()) {
      return "it is not known how the machine “" + type() + "” of " + arch + " takes it";
    }
    if (size().isEmpty()) {
      return "its size, -m " + memory() + ", is not understood";
    }
    long bytes = size().getAsLong();
    return bytes > places.room()
        ? new MemorySize(bytes) + " do not fit into the " + new MemorySize(places.room()) + " free"
        : "";
  }

  private boolean xen() {
    var accelerator = line.last("accel").or(() -> line.machine().get("accel")).orElse("");
    return accelerator.startsWith("xen") || line.has("xen-domid", "xen-attach");
  }

  private String memory() {
    return line.last("m").orElse("");
  }

  /// What all `-m` say together; a later one without a size leaves that of an earlier.
  private OptionalLong size() {
    var size =
        line.all("m").stream()
            .map(option -> QemuProperties.of(option.text(), "size"))
            .reduce(QemuProperties.NONE, QemuProperties::with)
            .get("size");
    var bytes = size.map(QemuSize::bytes).orElse(OptionalLong.of(DEFAULT));
    return bytes.isPresent() && bytes.getAsLong() == 0 ? OptionalLong.of(DEFAULT) : bytes;
  }

  private String type() {
    return line.machine().get("type").orElse("");
  }

  private Optional<String> region() {
    var type = type();
    return switch (arch) {
      case "x86_64", "i386" -> pc(type);
      case "aarch64", "arm" ->
          type.startsWith("virt") ? Optional.of("mach-virt.ram") : Optional.empty();
      case "riscv64", "riscv32" ->
          type.startsWith("virt") ? Optional.of("riscv_virt_board.ram") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> pc(String type) {
    if (type.equals("microvm")) {
      return Optional.of("microvm.ram");
    }
    boolean known = type.isEmpty() || type.equals("q35") || type.equals("isapc");
    return known || type.startsWith("pc") ? Optional.of("pc.ram") : Optional.empty();
  }

  static String value(Path path) {
    return path.toString().replace(",", ",,");
  }
}
