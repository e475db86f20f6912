// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

/// Text inside QEMU's `key=value,key=value` arguments.
final class QemuText {

  private QemuText() {}

  /// Doubles commas, which would end the value otherwise.
  static String value(String text) {
    return text.replace(",", ",,");
  }
}
