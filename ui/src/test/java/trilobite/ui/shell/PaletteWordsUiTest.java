// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.Place;
import trilobite.ui.testing.FakeWorkbench;
import trilobite.ui.testing.OnFx;

/// What the palette lists, with the panels that the window has.
@Tag("ui")
final class PaletteWordsUiTest {

  @Test
  void eachPageIsListedOnce() {
    var panels = ServiceLoader.load(Panel.class).stream().map(ServiceLoader.Provider::get).toList();
    var listed = OnFx.get(() -> listed(panels));
    assertThat(panels).isNotEmpty();
    for (var panel : panels) {
      if (panel.info().place() == Place.PAGE) {
        var title = panel.info().title().toLowerCase(Locale.ROOT);
        assertThat(listed).filteredOn(words -> words.endsWith(title)).hasSize(1);
      }
    }
  }

  /// Titles without the sign that more will be asked.
  private static List<String> listed(List<Panel> panels) {
    var shell = new Shell(new FakeWorkbench(), panels);
    shell.begin();
    var titles =
        shell.commands().all().stream()
            .map(Command::title)
            .map(title -> title.replace("…", "").toLowerCase(Locale.ROOT))
            .toList();
    shell.close();
    return titles;
  }
}
