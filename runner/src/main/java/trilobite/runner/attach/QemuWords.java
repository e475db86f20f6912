// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.project.MemorySize;
import trilobite.model.run.ForwardBinding;

/// What QEMU's command line says of its guest. Options by `qemu-options.hx` of QEMU 7.2; both `-m`
/// and `--m` are taken, as QEMU does.
record QemuWords(List<String> words) {

  private static final long DEFAULT_MEMORY = 128L << 20;
  private static final Pattern FORWARD =
      Pattern.compile("(tcp|udp):([0-9.]*):(\\d{1,5})-[0-9.]*:(\\d{1,5})");

  /// The values of an option, in order.
  List<String> all(String option) {
    var values = new ArrayList<String>();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).equals("-" + option) || words.get(i).equals("--" + option)) {
        values.add(words.get(i + 1));
      }
    }
    return List.copyOf(values);
  }

  boolean has(String option) {
    return words.contains("-" + option) || words.contains("--" + option);
  }

  private Optional<String> last(String option) {
    var values = all(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  /// A key of a value such as `socket,id=c,path=/x`; the first part has the key that is given.
  static Optional<String> part(String value, String key, String first) {
    var parts = value.split(",", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].startsWith(key + "=")) {
        return Optional.of(parts[i].substring(key.length() + 1));
      }
      if (i == 0 && key.equals(first) && !parts[0].contains("=")) {
        return Optional.of(parts[0]);
      }
    }
    return Optional.empty();
  }

  /// The guest's name by `-name`; else that of its image.
  String name() {
    return last("name")
        .flatMap(value -> part(value, "guest", "guest"))
        .filter(name -> !name.isBlank())
        .orElseGet(
            () -> last("kernel").map(file -> file.substring(file.lastIndexOf('/') + 1)).orElse(""));
  }

  String machine() {
    return last("machine").or(() -> last("M")).flatMap(v -> part(v, "type", "type")).orElse("pc");
  }

  /// True where the rule for the machine's memory does not hold.
  boolean oddMemory() {
    return words.stream().anyMatch(word -> word.contains("max-ram-below-4g"))
        || all("numa").size() > 1
        || has("incoming");
  }

  /// As its options name it; QEMU's own choice where they do not.
  String accelerator() {
    if (has("enable-kvm")) {
      return "kvm";
    }
    return last("accel")
        .flatMap(value -> part(value, "accel", "accel"))
        .or(() -> last("machine").or(() -> last("M")).flatMap(value -> part(value, "accel", "")))
        .orElse("tcg");
  }

  /// Bytes of RAM at start.
  long memory() {
    return last("m")
        .flatMap(value -> part(value, "size", "size"))
        .flatMap(QemuWords::size)
        .orElse(DEFAULT_MEMORY);
  }

  /// Without a unit it is MiB.
  private static Optional<Long> size(String text) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Long.parseLong(text) << 20);
    }
    return MemorySize.parse(text).map(MemorySize::bytes);
  }

  Optional<String> kernel() {
    return last("kernel");
  }

  int drives() {
    return all("drive").size() + all("blockdev").size() + all("hda").size() + all("cdrom").size();
  }

  /// Ports of the host that lead to the guest.
  List<ForwardBinding> forwards() {
    var forwards = new ArrayList<ForwardBinding>();
    for (var option : List.of("netdev", "nic", "net")) {
      for (var value : all(option)) {
        var match = FORWARD.matcher(value);
        while (match.find()) {
          var host = match.group(2).isEmpty() ? "0.0.0.0" : match.group(2);
          forwards.add(
              new ForwardBinding(
                  match.group(1),
                  host,
                  Integer.parseInt(match.group(3)),
                  Integer.parseInt(match.group(4))));
        }
      }
    }
    return List.copyOf(forwards);
  }

  /// Paths of QMP's unix sockets on which QEMU listens.
  List<String> qmpSockets() {
    var paths = new ArrayList<String>();
    for (var option : List.of("qmp", "qmp-pretty")) {
      all(option).forEach(value -> unix(value).ifPresent(paths::add));
      all(option).forEach(value -> chardevSocket(value).ifPresent(paths::add));
    }
    for (var monitor : all("mon")) {
      if (part(monitor, "mode", "").filter("control"::equals).isPresent()) {
        part(monitor, "chardev", "chardev").flatMap(this::socketOf).ifPresent(paths::add);
      }
    }
    return List.copyOf(paths);
  }

  /// True where libvirt started it: its monitor is libvirt's, passed as a descriptor.
  boolean libvirt() {
    return words.stream().anyMatch(word -> word.contains("id=charmonitor"));
  }

  private Optional<String> chardevSocket(String value) {
    return value.startsWith("chardev:") ? socketOf(value.substring(8)) : Optional.empty();
  }

  private static Optional<String> unix(String value) {
    return value.startsWith("unix:")
        ? Optional.of(value.substring(5).split(",", -1)[0])
        : Optional.empty();
  }

  private Optional<String> socketOf(String id) {
    return chardev(id).filter(v -> v.startsWith("socket,")).flatMap(v -> part(v, "path", ""));
  }

  private Optional<String> chardev(String id) {
    return all("chardev").stream()
        .filter(value -> part(value, "id", "").filter(id::equals).isPresent())
        .findFirst();
  }

  /// Where the first serial line goes.
  Serial serial() {
    var value = last("serial").orElse(has("nographic") ? "mon:stdio" : "");
    if (value.startsWith("chardev:")) {
      var chardev = chardev(value.substring(8)).orElse("");
      var path = part(chardev, "path", "").orElse("");
      var kind = chardev.split(",", -1)[0];
      var log = part(chardev, "logfile", "");
      if (log.isPresent()) {
        return new Serial("file", log.get());
      }
      return new Serial(kind, path);
    }
    if (value.startsWith("file:")) {
      return new Serial("file", value.substring(5));
    }
    if (value.startsWith("unix:")) {
      return new Serial("socket", value.substring(5).split(",", -1)[0]);
    }
    return new Serial(value.endsWith("stdio") ? "stdio" : value, "");
  }

  /// @param kind `file`, `socket`, `stdio`, or QEMU's word for another one; empty for none
  record Serial(String kind, String path) {}
}
