// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

/// Sections of the form, in order.
enum Section {
  MACHINE("Machine", "ci-chip"),
  NETWORK("Network", "ci-network-3"),
  DISK("Disk", "ci-vmdk-disk"),
  BOOT("Boot", "ci-script"),
  EXTRA("Extra", "ci-terminal");

  private final String title;
  private final String icon;

  Section(String title, String icon) {
    this.title = title;
    this.icon = icon;
  }

  String title() {
    return title;
  }

  String icon() {
    return icon;
  }

  /// The section that a field of a target belongs to, by its first key.
  static Section of(String key) {
    return switch (key) {
      case "network" -> NETWORK;
      case "drive" -> DISK;
      case "kernel", "initrd", "append", "ready", "ready_within" -> BOOT;
      case "devices", "qemu" -> EXTRA;
      case String other -> MACHINE;
    };
  }
}
