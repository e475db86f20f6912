// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.wrap.QemuLine.Option;

/// Has QEMU log the first serial port in a file, wherever else it goes: the terminal, window,
/// socket or file that it has stays its own, under the label that it has without us.
///
/// What QEMU does by itself is that of `qemu_create_default_devices` in `softmmu/vl.c` of 7.2.
final class ConsoleRule {

  private static final String DEFAULT_SCREEN = "vc:80Cx24C";

  private final QemuLine line;
  private final WrapPlaces places;

  ConsoleRule(QemuLine line, WrapPlaces places) {
    this.line = line;
    this.places = places;
  }

  /// True where QEMU makes a serial port without being asked.
  static boolean standard(QemuLine line) {
    return !line.has("serial", "nodefaults") && device(line).isEmpty();
  }

  /// A device of the line that is its console.
  private static Optional<QemuProperties> device(QemuLine line) {
    return line.all("device").stream()
        .map(option -> QemuProperties.of(option.text(), "driver"))
        .filter(
            device ->
                device
                    .get("driver")
                    .filter(d -> d.equals("isa-serial") || d.equals("virtconsole"))
                    .isPresent())
        .findFirst();
  }

  Optional<Path> apply(WrapEdit edit) {
    var serial = line.all("serial").stream().findFirst();
    var device = device(line);
    if (serial.isPresent() && (device.isEmpty() || !serial.get().text().equals("none"))) {
      return replaced(serial.get(), edit);
    }
    if (device.isPresent()) {
      return device
          .get()
          .get("chardev")
          .map(id -> named(id, edit))
          .orElseGet(() -> none("its serial port leads nowhere", edit));
    }
    if (line.has("nodefaults")) {
      return none("the line gives the guest no serial port", edit);
    }
    var screen = line.has("nographic") ? "stdio" : DEFAULT_SCREEN;
    boolean both = line.has("nographic") && MonitorRule.standard(line);
    make(both ? "mon:" + screen : screen).orElseThrow().forEach(o -> edit.add(o.flag(), o.text()));
    return Optional.of(places.console());
  }

  private Optional<Path> replaced(Option serial, WrapEdit edit) {
    var text = serial.text();
    if (text.startsWith("chardev:")) {
      return named(text.substring("chardev:".length()), edit);
    }
    if (text.equals("none")) {
      return none("the line asks for no serial port", edit);
    }
    var made = make(text);
    if (made.isEmpty()) {
      return none("it is not known how to log -serial " + text, edit);
    }
    edit.replace(serial, made.get());
    return Optional.of(places.console());
  }

  private static Optional<Path> none(String why, WrapEdit edit) {
    edit.note("The console is left as it is: " + why + ".");
    return Optional.empty();
  }

  /// A character device that the line describes itself.
  private Optional<Path> named(String id, WrapEdit edit) {
    for (var option : line.all("chardev")) {
      var device = QemuProperties.of(option.text(), "backend");
      if (device.get("id").filter(id::equals).isEmpty()) {
        continue;
      }
      var own = device.get("logfile");
      if (own.isPresent()) {
        return own.map(Path::of);
      }
      if (option.text().startsWith("{")) {
        break;
      }
      edit.replace(option, List.of(Option.of(option.flag(), option.text() + log())));
      return Optional.of(places.console());
    }
    return none("the line does not say what its chardev " + id + " is", edit);
  }

  private String log() {
    return ",logfile=" + RamRule.value(places.console()) + ",logappend=on";
  }

  /// The long form of a short one, with its log.
  private Optional<List<Option>> make(String text) {
    boolean monitored = text.startsWith("mon:");
    var plain = monitored ? text.substring("mon:".length()) : text;
    // The label that QEMU gives it too, and writes with the name of a pseudo-terminal.
    var id =
        line.all("chardev").stream()
                .anyMatch(o -> QemuProperties.of(o.text(), "backend").get("id").equals(ID))
            ? "trilobite-console"
            : "serial0";
    return ShortChardev.longForm(plain, id)
        .map(
            device -> {
              var options = new ArrayList<Option>();
              var mux = monitored ? ",mux=on" + (plain.equals("stdio") ? ",signal=off" : "") : "";
              options.add(Option.of("-chardev", device + mux + log()));
              options.add(Option.of("-serial", "chardev:" + id));
              if (monitored) {
                options.add(Option.of("-mon", "chardev=" + id + ",mode=readline"));
              }
              return options;
            });
  }

  private static final Optional<String> ID = Optional.of("serial0");
}
