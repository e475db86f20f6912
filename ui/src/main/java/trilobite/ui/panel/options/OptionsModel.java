// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.options;

import java.util.List;
import java.util.Optional;
import trilobite.model.build.BuildOption;
import trilobite.model.build.OptionTable;

/// Which table of options is shown, and what is said above it. Knows no JavaFX.
final class OptionsModel {

  private List<OptionTable> tables = List.of();
  private String chosen = "";
  private boolean changed;

  /// Takes a reading in; the table that was shown stays if it is still there.
  void read(List<OptionTable> next) {
    tables = next;
    if (shown().isEmpty()) {
      chosen = tables.isEmpty() ? "" : tables.getFirst().title();
    }
  }

  void choose(String title) {
    chosen = title;
  }

  /// An option was changed here; true until a build took it in.
  void changed(boolean now) {
    changed = now;
  }

  List<String> titles() {
    return tables.stream().map(OptionTable::title).toList();
  }

  Optional<OptionTable> shown() {
    return tables.stream().filter(table -> table.title().equals(chosen)).findFirst();
  }

  List<BuildOption> options() {
    return shown().map(OptionTable::options).orElse(List.of());
  }

  /// What a person should know of the table; empty where there is nothing.
  String note() {
    return shown().map(this::note).orElse("");
  }

  private String note(OptionTable table) {
    if (changed) {
      return "Changed in "
          + table.file().getFileName()
          + ". The next build takes it in, and Problems"
          + " then lists what it did not take.";
    }
    var words = table.note();
    return table.editable()
        ? words
        : (words
                + " These are to be read here: change them by the menu of options, or in the file.")
            .strip();
  }
}
