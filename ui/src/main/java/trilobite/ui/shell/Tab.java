// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import trilobite.ui.panel.PanelView;

/// A tab: what its head says and what it shows.
///
/// @param badge a short count or word, empty for none
/// @param badgeLook style class of the badge, empty for none
/// @param marked true while it holds something unsaved
/// @param locked true where its file cannot be written
/// @param content called when it comes to the front, each time
record Tab(
    String id,
    String title,
    String icon,
    String hint,
    ObservableStringValue badge,
    String badgeLook,
    ObservableBooleanValue marked,
    ObservableBooleanValue locked,
    Content content) {

  /// What a tab shows, and what it is told.
  interface Content {
    Node node();

    default void shown(boolean visible) {}

    default void focus() {}

    default void close() {}
  }

  /// The tab of a panel.
  static Tab of(PanelHost host, String keys) {
    var info = host.info();
    var never = Bindings.createBooleanBinding(() -> false);
    return new Tab(
        info.id(),
        info.title(),
        info.icon(),
        keys.isEmpty() ? info.title() : info.title() + " (" + keys + ")",
        host.panel().badge(),
        host.panel().badgeLook(),
        never,
        never,
        new Content() {
          @Override
          public Node node() {
            return host.node();
          }

          @Override
          public void shown(boolean visible) {
            host.shown(visible);
          }

          @Override
          public void focus() {
            host.focus();
          }

          @Override
          public void close() {
            host.shown(false);
          }
        });
  }

  /// The tab of a node that somebody else made.
  static Tab page(String id, String title, String icon, Node page) {
    var never = Bindings.createBooleanBinding(() -> false);
    return new Tab(
        id,
        title,
        icon,
        title,
        Bindings.createStringBinding(() -> ""),
        "",
        never,
        never,
        new Content() {
          @Override
          public Node node() {
            return page;
          }

          @Override
          public void focus() {
            if (page instanceof PanelView view) {
              view.focusMain();
            }
          }
        });
  }
}
