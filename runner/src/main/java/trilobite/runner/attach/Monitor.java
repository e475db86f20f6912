// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import trilobite.model.project.MemorySize;
import trilobite.model.wrap.QemuProperties;

/// Programs that run guests, by their names, and what their command lines say of memory. Read in
/// their sources, which each line names; only QEMU was tried.
///
/// @param word as `guests --all` shows it
/// @param options that give the guest's RAM in MiB or with a unit; none where no option does
/// @param usual MiB where the option is left out; 0 where that is not known
/// @param machine whose rule of memory fits, as [trilobite.runner.memory.RamLayout] knows it
record Monitor(String word, List<String> options, long usual, String machine) {

  private static final Monitor QEMU = new Monitor("qemu", List.of("-m"), 128, "");

  /// v53.0: `cloud-hypervisor/src/main.rs` (`--memory size=512M`, `--kernel`, `--firmware`),
  /// `vmm/src/vm_config.rs` (`DEFAULT_MEMORY_MB`), `vmm/src/cpu.rs` (threads `vcpu0`),
  /// `vmm/src/memory_manager.rs` (private and anonymous, a memfd with `shared=on`),
  /// `arch/src/x86_64/layout.rs`: beyond 3 GiB it goes on at 4 GiB, in a mapping of its own.
  private static final Monitor CLOUD =
      new Monitor("cloud-hypervisor", List.of("--memory"), 512, "microvm");

  /// v1.9.1 and 1.17-dev: `src/firecracker/src/main.rs` (`--api-sock`, `--id`, `--config-file`; no
  /// option has a size), `src/vmm/src/vstate/vcpu.rs` (threads `fc_vcpu 0`), `vstate/memory.rs`
  /// (private and anonymous), `arch/x86_64/mod.rs`: one mapping up to 3 GiB. What its API was told
  /// cannot be seen from outside.
  private static final Monitor FIRECRACKER = new Monitor("firecracker", List.of(), 0, "microvm");

  /// v0.12.1: `tenders/hvt/hvt_main.c` (`--mem=N` in MB, 512 where left out), `hvt_kvm.c` (shared
  /// and anonymous, RAM from 0); from v0.11 on the mapping has room for the network's rings too.
  private static final Monitor HVT = new Monitor("solo5-hvt", List.of("--mem"), 512, "hvt");

  /// v0.9.1: `src/bin/uhyve.rs` (`-m`, `--memory-size`), `src/params.rs` (64 MiB), `src/mem.rs`
  /// (private and anonymous). From v0.5 on RAM begins anywhere: `src/mem_layout.rs`.
  private static final Monitor UHYVE =
      new Monitor("uhyve", List.of("--memory-size", "-m"), 64, "uhyve");

  static Optional<Monitor> of(HostProcess process) {
    var name = process.program();
    if (name.startsWith("qemu-system-") || name.equals("qemu-kvm")) {
      return Optional.of(QEMU);
    }
    return Stream.of(CLOUD, FIRECRACKER, HVT, UHYVE)
        .filter(monitor -> name.equals(monitor.word))
        .findFirst();
  }

  boolean qemu() {
    return equals(QEMU);
  }

  /// Bytes of RAM by the command line, or by the file that it names; 0 where neither says.
  long memory(HostProcess process) {
    if (qemu()) {
      return QemuWords.of(process.words()).memory();
    }
    if (equals(FIRECRACKER)) {
      return FirecrackerFile.of(process).map(FirecrackerFile::memory).orElse(0L);
    }
    return options.stream()
        .flatMap(option -> value(own(process), option).stream())
        .findFirst()
        .map(Monitor::bytes)
        .orElse(usual << 20);
  }

  private static long bytes(String value) {
    var size = QemuProperties.of(value, "size").get("size").orElse(value);
    return size.matches("\\d{1,9}")
        ? Long.parseLong(size) << 20
        : MemorySize.parse(size).map(MemorySize::bytes).orElse(0L);
  }

  /// Why its memory cannot be told apart though it can be read; empty where it can.
  Optional<String> hidden(HostProcess process) {
    if (memory(process) == 0) {
      return Optional.of(
          equals(FIRECRACKER)
              ? "firecracker was told by its API how much the guest has; with --config-file FILE it"
                  + " can be seen"
              : word + "'s command line does not say how much the guest has");
    }
    return equals(UHYVE) && !process.words().contains("--no-aslr")
        ? Optional.of(
            "uhyve puts the guest's memory at an address that it tells nobody; started with"
                + " --no-aslr it can be read")
        : Optional.empty();
  }

  /// The guest's name, as far as the command line tells one.
  String name(HostProcess process) {
    if (qemu()) {
      return QemuWords.of(process.words()).name();
    }
    return value(process.words(), "--id")
        .or(() -> image(process).map(each -> each.substring(each.lastIndexOf('/') + 1)))
        .orElse(word);
  }

  /// What it boots, as the command line names it.
  Optional<String> image(HostProcess process) {
    return switch (word) {
      case "qemu" -> QemuWords.of(process.words()).kernel();
      case "cloud-hypervisor" -> value(process.words(), "--kernel");
      case "firecracker" -> FirecrackerFile.of(process).flatMap(FirecrackerFile::kernel);
      default -> process.words().stream().skip(own(process).size()).findFirst();
    };
  }

  /// Of `--option value`, `--option=value`, or `-mvalue`.
  static Optional<String> value(List<String> words, String option) {
    for (int i = 1; i < words.size(); i++) {
      var word = words.get(i);
      if (word.startsWith(option + "=")) {
        return Optional.of(word.substring(option.length() + 1));
      }
      if (word.equals(option)) {
        return i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
      }
      if (option.length() == 2 && word.startsWith(option)) {
        return Optional.of(word.substring(2));
      }
    }
    return Optional.empty();
  }

  /// The words up to the image, which is the first that is neither an option nor an option's value:
  /// what follows is the guest's.
  private List<String> own(HostProcess process) {
    var words = process.words();
    if (equals(CLOUD)) {
      return words;
    }
    for (int i = 1; i < words.size(); i++) {
      var before = words.get(i - 1);
      boolean value = i > 1 && before.startsWith("-") && !before.contains("=") && takes(before);
      if (!words.get(i).startsWith("-") && !value) {
        return words.subList(0, i);
      }
    }
    return words;
  }

  /// False for solo5-hvt's end of options and uhyve's switches.
  private static boolean takes(String option) {
    return !List.of("--", "--no-aslr", "--stats", "--thp", "--ksm", "--pit", "--cpu-pm")
        .contains(option);
  }

  String arch(HostProcess process) {
    return qemu() && process.program().startsWith("qemu-system-")
        ? process.program().substring("qemu-system-".length()).replaceAll("-microvm$", "")
        : "x86_64";
  }
}
