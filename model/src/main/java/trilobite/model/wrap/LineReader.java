// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.project.MemorySize;

/// What a line says in single values: machine, accelerator, processor, memory, files.
final class LineReader {

  private static final int LONGEST_NAME = 40;
  private static final int MOST_VCPUS = 9999;
  private static final List<String> SMP_PARTS =
      List.of("sockets", "dies", "clusters", "cores", "threads");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final QemuLine line;
  private final Path base;
  private final List<String> left = new ArrayList<>();
  private final String memory;

  LineReader(QemuLine line, Path base) {
    this.line = line;
    this.base = base;
    this.memory = size();
    machineLeft();
    smpLeft();
  }

  /// What of those options no key can say.
  List<String> left() {
    return List.copyOf(left);
  }

  private void machineLeft() {
    for (var entry : line.machine().values().entrySet()) {
      if (!entry.getKey().equals("type") && !entry.getKey().equals("accel")) {
        left.add(
            "-machine "
                + entry.getKey()
                + "="
                + entry.getValue()
                + ": a target names a machine without properties");
      }
    }
  }

  private void smpLeft() {
    var smp = smp();
    smp.values().keySet().stream()
        .filter(key -> !key.equals("cpus"))
        .filter(key -> !key.equals("threads") || !smp.get(key).equals(Optional.of("1")))
        .findFirst()
        .ifPresent(key -> left.add("-smp " + line.last("smp").orElse("") + ": only the number"));
  }

  private QemuProperties smp() {
    return QemuProperties.of(line.last("smp").orElse("1"), "cpus");
  }

  String machine(String arch) {
    var pc = arch.equals("x86_64") || arch.equals("i386");
    return line.machine().get("type").orElse(pc ? "pc" : "virt");
  }

  String accelerator() {
    // Several with colons between are tried in turn, which is what `auto` does.
    return line.accelerator().filter(name -> !name.contains(":")).orElse("auto");
  }

  /// The processor's name with its features; a host's own only KVM has.
  String cpu() {
    return line.last("cpu").orElse("max");
  }

  String memory() {
    return memory;
  }

  private String size() {
    var bytes = line.memory();
    if (bytes.isEmpty()) {
      left.add("-m " + line.memorySize().orElse("") + ": no amount of memory");
      return "128M";
    }
    return new MemorySize(bytes.getAsLong()).qemu();
  }

  int vcpus() {
    var smp = smp();
    var told = smp.get("cpus").or(() -> smp.get("maxcpus"));
    if (told.isPresent()) {
      return count(told.get());
    }
    // Without a number it is what the parts make: machine_parse_smp_config of QEMU 7.2.
    long all = 1;
    for (var part : SMP_PARTS) {
      all *= count(smp.get(part).orElse("1"));
    }
    return all <= MOST_VCPUS ? (int) all : 1;
  }

  private static int count(String text) {
    return text.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(text)) : 1;
  }

  Optional<String> file(String option) {
    return line.last(option).map(text -> resolved(base, text));
  }

  static String resolved(Path base, String text) {
    try {
      return base.resolve(text).normalize().toString();
    } catch (InvalidPathException e) {
      return text;
    }
  }

  String name() {
    // A bare UUID, as kraft's, names nothing that a person knows.
    var name =
        line.last("name")
            .flatMap(text -> QemuProperties.of(text, "guest").get("guest"))
            .filter(text -> !UUID.matcher(text).matches());
    var image =
        line.last("kernel")
            .filter(kernel -> line.last("initrd").isEmpty())
            .or(() -> line.last("initrd"))
            .or(() -> LineDrives.of(line, base).drives().stream().map(d -> d.file()).findFirst());
    var text = name.orElseGet(() -> image.map(LineReader::last).orElse(""));
    var plain = text.replaceAll("[^A-Za-z0-9._+-]", "-");
    var kept = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    return kept.isEmpty() ? "guest" : kept;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
