// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.run.ForwardBinding;
import trilobite.model.wrap.QemuLine;
import trilobite.model.wrap.QemuProperties;

/// What the command line of a QEMU that runs says of its guest, and of the ways to it.
record QemuWords(QemuLine line) {

  private static final Pattern FORWARD =
      Pattern.compile("(tcp|udp):([0-9.]*):(\\d{1,5})-[0-9.]*:(\\d{1,5})");

  /// @param words of the process, the program first
  static QemuWords of(List<String> words) {
    return new QemuWords(QemuLine.of(words.stream().skip(1).toList()));
  }

  /// A key of an option's value.
  private static Optional<String> key(QemuLine.Option option, String implied, String key) {
    return QemuProperties.of(option.text(), implied).get(key);
  }

  /// The guest's name by `-name`; else that of its image.
  String name() {
    return line.last("name")
        .flatMap(value -> QemuProperties.of(value, "guest").get("guest"))
        .filter(name -> !name.isBlank())
        .orElseGet(
            () -> kernel().map(file -> file.substring(file.lastIndexOf('/') + 1)).orElse(""));
  }

  String machine() {
    return line.machine().get("type").orElse("pc");
  }

  /// As its options name it; QEMU's own choice where they do not.
  String accelerator() {
    return line.accelerator().orElse("tcg");
  }

  /// Bytes of RAM at start; 0 where that is not understood.
  long memory() {
    return line.memory().orElse(0);
  }

  Optional<String> kernel() {
    return line.last("kernel");
  }

  int drives() {
    return line.all("drive", "blockdev", "hda", "cdrom").size();
  }

  /// Ports of the host that lead to the guest.
  List<ForwardBinding> forwards() {
    var forwards = new ArrayList<ForwardBinding>();
    for (var option : line.all("netdev", "nic", "net")) {
      var match = FORWARD.matcher(option.text());
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
    return List.copyOf(forwards);
  }

  /// Paths of QMP's unix sockets on which QEMU listens.
  List<String> qmpSockets() {
    var paths = new ArrayList<String>();
    for (var option : line.all("qmp", "qmp-pretty")) {
      unix(option.text()).or(() -> named(option.text()).flatMap(this::path)).ifPresent(paths::add);
    }
    for (var option : line.all("mon")) {
      if (key(option, "chardev", "mode").filter("control"::equals).isPresent()) {
        key(option, "chardev", "chardev").flatMap(this::path).ifPresent(paths::add);
      }
    }
    return List.copyOf(paths);
  }

  /// True where libvirt started it: its monitor is libvirt's, passed as a descriptor
  /// (`qemuBuildMonitorCommandLine` in `src/qemu/qemu_command.c` of libvirt 9.0).
  boolean libvirt() {
    return chardev("charmonitor").isPresent();
  }

  private static Optional<String> unix(String value) {
    return value.startsWith("unix:")
        ? Optional.of(value.substring(5).split(",", -1)[0])
        : Optional.empty();
  }

  private static Optional<String> named(String value) {
    return value.startsWith("chardev:") ? Optional.of(value.substring(8)) : Optional.empty();
  }

  /// Where the socket behind a chardev lies.
  private Optional<String> path(String id) {
    return chardev(id)
        .filter(values -> values.get("backend").filter("socket"::equals).isPresent())
        .flatMap(values -> values.get("path"));
  }

  private Optional<QemuProperties> chardev(String id) {
    return line.all("chardev").stream()
        .map(option -> QemuProperties.of(option.text(), "backend"))
        .filter(values -> values.get("id").filter(id::equals).isPresent())
        .findFirst();
  }

  /// Where the first serial line goes: libvirt names it among the devices.
  Serial serial() {
    var device =
        line.all("device").stream()
            .filter(
                option -> key(option, "driver", "driver").filter("isa-serial"::equals).isPresent())
            .findFirst()
            .flatMap(option -> key(option, "driver", "chardev"));
    var value =
        line.last("serial")
            .or(() -> device.map(id -> "chardev:" + id))
            .orElse(line.has("nographic") ? "mon:stdio" : "");
    if (named(value).isPresent()) {
      var chardev = named(value).flatMap(this::chardev).orElse(QemuProperties.NONE);
      return chardev
          .get("logfile")
          .map(log -> new Serial("file", log))
          .orElseGet(
              () -> new Serial(chardev.get("backend").orElse(""), chardev.get("path").orElse("")));
    }
    if (value.startsWith("file:")) {
      return new Serial("file", value.substring(5));
    }
    return unix(value)
        .map(path -> new Serial("socket", path))
        .orElseGet(() -> new Serial(value.endsWith("stdio") ? "stdio" : value, ""));
  }

  /// @param kind `file`, `socket`, `stdio`, or QEMU's word for another one; empty for none
  record Serial(String kind, String path) {}
}
