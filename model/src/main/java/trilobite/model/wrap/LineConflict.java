// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import trilobite.model.wrap.QemuLine.Option;

/// Options that would stand in the way of what every run of Trilobite's has.
final class LineConflict {

  private LineConflict() {}

  /// What the option is in the way of; empty where it is not.
  static String with(Option option) {
    var value = option.text();
    return switch (option.name()) {
      case "numa", "mem-path" -> "the guest's RAM is one shared file";
      case "object" ->
          value.startsWith("memory-backend") || value.contains("qom-type\":\"memory-backend")
              ? "the guest's RAM is one shared file"
              : "";
      case "chardev" -> value.startsWith("stdio") ? "the console is Trilobite's" : "";
      case "device" ->
          value.startsWith("isa-serial") || value.startsWith("virtconsole")
              ? "the console is Trilobite's"
              : "";
      default -> "";
    };
  }
}
