// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;

/// One part of the window. Found through `META-INF/services/trilobite.ui.panel.Panel`; the shell
/// names none. Everything here runs on the JavaFX thread.
public interface Panel {

  /// A node whose properties hold this key gets every key press while it has the focus; the
  /// window's shortcuts rest, as in a console's raw mode.
  String RAW_KEYS = "trilobite.rawKeys";

  PanelInfo info();

  /// Called once at the window's start: registers commands that must exist before the panel is
  /// first shown. Must cost nothing worth mentioning.
  default void announce(Desk desk) {}

  /// Builds the panel's node, once per window, when it is first shown. Registers its commands.
  Node open(Desk desk);

  /// A short count or word beside the tab's title, such as a number of errors; empty for none.
  default ReadOnlyStringProperty badge() {
    return new ReadOnlyStringWrapper("").getReadOnlyProperty();
  }

  /// Style class of that badge: `tri-bad` where it counts what needs a look at once.
  default String badgeLook() {
    return "";
  }

  /// Called when the panel comes to the front or disappears behind another.
  default void shown(boolean visible) {}

  /// Puts the keyboard focus on its main control.
  default void focus() {}

  /// Shows one thing among many, such as a thread or some packets; called after [#open].
  ///
  /// @param what as its filter takes it, such as `id:5` or `tcp port 8080`
  default void seek(String what) {}

  /// Opens again a page of its own that was open when the window was last closed, at once, so that
  /// tabs keep their order; what it shows may come later. Perhaps before [#open].
  ///
  /// @param page the id that [Desk#openPage] got; perhaps another panel's
  default void again(String page, Desk desk) {}

  /// Ends its subscriptions; the window closes.
  default void close() {}
}
