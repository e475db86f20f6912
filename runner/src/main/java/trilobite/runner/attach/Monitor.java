// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.util.Optional;
import trilobite.model.project.MemorySize;

/// Programs that run guests, by their names, and what their command lines say of memory.
///
/// @param word as `guests --all` shows it
/// @param option that gives the guest's RAM in MiB or with a unit; empty where no option does
/// @param usual MiB where the option is left out; 0 where that is not known
/// @param machine whose rule of memory fits, as [trilobite.runner.memory.RamLayout] knows it
record Monitor(String word, String option, long usual, String machine) {

  private static final Monitor QEMU = new Monitor("qemu", "-m", 128, "");
  // cloud-hypervisor v41 src/main.rs, --memory size=512M; its RAM goes on at 4 GiB beyond 3 GiB.
  private static final Monitor CLOUD = new Monitor("cloud-hypervisor", "--memory", 512, "microvm");
  // firecracker v1.9: the size stands in its configuration alone.
  private static final Monitor FIRECRACKER = new Monitor("firecracker", "", 0, "microvm");
  // solo5 0.9 tenders/hvt/hvt_main.c: --mem=N in MiB, 512 where left out; RAM from 0.
  private static final Monitor HVT = new Monitor("solo5-hvt", "--mem", 512, "hvt");
  // uhyve 0.4 src/bin/uhyve.rs: -m, --memory-size, 64M where left out.
  private static final Monitor UHYVE = new Monitor("uhyve", "-m", 64, "uhyve");

  static Optional<Monitor> of(HostProcess process) {
    var name = process.program();
    if (name.startsWith("qemu-system-") || name.equals("qemu-kvm")) {
      return Optional.of(QEMU);
    }
    return java.util.stream.Stream.of(CLOUD, FIRECRACKER, HVT, UHYVE)
        .filter(monitor -> name.equals(monitor.word))
        .findFirst();
  }

  boolean qemu() {
    return equals(QEMU);
  }

  /// Bytes of RAM by the command line; 0 where it does not say.
  long memory(HostProcess process) {
    if (qemu()) {
      return new QemuWords(process.words()).memory();
    }
    var words = process.words();
    for (int i = 0; i < words.size() && !option.isEmpty(); i++) {
      var word = words.get(i);
      if (word.startsWith(option + "=")) {
        return bytes(word.substring(option.length() + 1));
      }
      if (word.equals(option) && i + 1 < words.size()) {
        return bytes(words.get(i + 1));
      }
    }
    return usual << 20;
  }

  private static long bytes(String value) {
    var size = QemuWords.part(value, "size", "size").orElse(value);
    return size.matches("\\d{1,9}")
        ? Long.parseLong(size) << 20
        : MemorySize.parse(size).map(MemorySize::bytes).orElse(0L);
  }

  /// The guest's name, as far as the command line tells one.
  String name(HostProcess process) {
    if (qemu()) {
      return new QemuWords(process.words()).name();
    }
    return image(process)
        .map(each -> each.substring(each.lastIndexOf('/') + 1))
        .or(() -> value(process, "--id"))
        .orElse(word);
  }

  /// What it boots, as the command line names it.
  Optional<String> image(HostProcess process) {
    return switch (word) {
      case "qemu" -> new QemuWords(process.words()).kernel();
      case "cloud-hypervisor" -> value(process, "--kernel");
      case "firecracker" -> Optional.empty();
      default -> bare(process);
    };
  }

  private static Optional<String> value(HostProcess process, String option) {
    int at = process.words().indexOf(option);
    return at >= 0 && at + 1 < process.words().size()
        ? Optional.of(process.words().get(at + 1))
        : Optional.empty();
  }

  /// The first word that is neither an option nor an option's value; the guest's own follow it.
  private static Optional<String> bare(HostProcess process) {
    var words = process.words();
    for (int i = 1; i < words.size(); i++) {
      var before = words.get(i - 1);
      boolean value = i > 1 && before.startsWith("-") && !before.contains("=");
      if (!words.get(i).startsWith("-") && !value) {
        return Optional.of(words.get(i));
      }
    }
    return Optional.empty();
  }

  String arch(HostProcess process) {
    return qemu() && process.program().startsWith("qemu-system-")
        ? process.program().substring("qemu-system-".length()).replaceAll("-microvm$", "")
        : "x86_64";
  }
}
