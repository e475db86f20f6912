// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.settings;

import java.util.Optional;
import javafx.scene.Node;
import trilobite.ui.control.Pages;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The page of settings: how the window looks, what it starts, which keys do what.
public final class SettingsPanel implements Panel {

  private static final PanelInfo INFO =
      new PanelInfo(
          "settings",
          "Settings",
          "ci-settings",
          Place.FOOT,
          30,
          "Shortcut+COMMA",
          "preferences, theme, font size, keymap");

  private Optional<ShortcutsView> shortcuts = Optional.empty();
  private Optional<Node> first = Optional.empty();

  @Override
  public PanelInfo info() {
    return INFO;
  }

  @Override
  public void announce(Desk desk) {
    LookCommands.register(desk.commands(), desk.look());
  }

  @Override
  public Node open(Desk desk) {
    var keys = new ShortcutsView(desk.commands());
    shortcuts = Optional.of(keys);
    var looks = new LooksForm(desk.look());
    first = Optional.of(looks);
    return Pages.page(
        SettingsPanel.class,
        "/trilobite/ui/panel/settings/settings.css",
        "Settings",
        Pages.section("Appearance", looks),
        Pages.section("Editor", TextSetting.editor(desk.workbench().settings())),
        Pages.section(
            "History",
            TextSetting.history(desk.workbench().settings()),
            TextSetting.packets(desk.workbench().settings())),
        Pages.section("Shortcuts", keys));
  }

  @Override
  public void shown(boolean visible) {
    if (visible) {
      shortcuts.ifPresent(ShortcutsView::refresh);
    }
  }

  @Override
  public void focus() {
    first.ifPresent(Node::requestFocus);
  }
}
