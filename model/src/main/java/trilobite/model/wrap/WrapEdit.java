// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.command.ShellLine;
import trilobite.model.wrap.QemuLine.Option;

/// A line being added to. What is not named stays as and where it is.
final class WrapEdit {

  private final List<Option> options;
  private final List<String> difference = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  WrapEdit(QemuLine line) {
    this.options = new ArrayList<>(line.options());
  }

  /// At the end of the line.
  void add(String flag, String value) {
    add(Option.of(flag, value));
  }

  private void add(Option option) {
    options.add(option);
    tell("+ ", option);
  }

  /// In the place of one that is there.
  void replace(Option old, List<Option> by) {
    int at = options.indexOf(old);
    options.remove(at);
    options.addAll(at, by);
    tell("- ", old);
    by.forEach(option -> tell("+ ", option));
  }

  private void tell(String sign, Option option) {
    difference.add(sign + ShellLine.of(option.words()));
  }

  void note(String text) {
    notes.add(text);
  }

  List<String> words() {
    return new QemuLine(options).words();
  }

  List<String> difference() {
    return List.copyOf(difference);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
