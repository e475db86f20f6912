// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.ui.control.Focus;
import trilobite.ui.control.Hint;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;

/// Holds one panel: opens it when it is first shown and keeps a fault of it from the rest. A held
/// one keeps its place in the window meanwhile, so that the window can be painted before it is
/// built.
final class PanelHost {

  private static final Logger LOG = LoggerFactory.getLogger(PanelHost.class);

  private final Panel panel;
  private final PanelInfo info;
  private final Desk desk;
  private final PanelPlace place = new PanelPlace();
  private Stage stage = Stage.UNASKED;
  private boolean held = true;
  private boolean visible;
  private boolean seen = true;
  private boolean told;
  private boolean focusWanted;
  private Optional<String> sought = Optional.empty();

  private enum Stage {
    UNASKED,
    WAITED_FOR,
    OPEN
  }

  /// A panel that is held.
  PanelHost(Panel panel, Desk desk) {
    this.panel = panel;
    this.info = panel.info();
    this.desk = desk;
  }

  PanelInfo info() {
    return info;
  }

  Panel panel() {
    return panel;
  }

  /// Opens the panel if it is waited for, and from now on as soon as it is asked for.
  void release() {
    held = false;
    if (stage == Stage.WAITED_FOR) {
      fill();
    }
  }

  /// The panel's place; the first call asks for the panel.
  Node node() {
    if (stage == Stage.UNASKED) {
      stage = Stage.WAITED_FOR;
      if (!held) {
        fill();
      }
    }
    return place;
  }

  private void fill() {
    stage = Stage.OPEN;
    place.hold(made());
    tell();
    if (focusWanted) {
      enter();
    }
    sought.ifPresent(panel::seek);
  }

  void shown(boolean now) {
    visible = now;
    tell();
  }

  /// Whether anybody can see the window.
  void seen(boolean now) {
    seen = now;
    tell();
  }

  private void tell() {
    boolean now = visible && seen;
    if (stage == Stage.OPEN && told != now) {
      told = now;
      panel.shown(now);
    }
  }

  void focus() {
    focusWanted = stage == Stage.WAITED_FOR;
    if (stage == Stage.OPEN) {
      enter();
    }
  }

  /// Gives the panel the focus, whatever of it is there: where rows are missing, what can be done
  /// about it. Else keys would go on to whoever had them.
  private void enter() {
    panel.focus();
    if (!focused()) {
      // Parts of one that was just opened come into the window with their skins, and what it shows
      // in place of rows with its first look at the guest.
      Fx.later(
          () -> {
            if (!focused()) {
              place.applyCss();
              panel.focus();
            }
            if (!focused()) {
              Optional.ofNullable(place.lookup(".tri-hint-actions .button"))
                  .or(() -> focusable(place))
                  .ifPresent(Node::requestFocus);
            }
          });
    }
  }

  private static Optional<Node> focusable(Parent from) {
    return from.getChildrenUnmodifiable().stream()
        .filter(node -> node.isVisible() && !node.isDisabled())
        .map(
            node ->
                node.isFocusTraversable()
                    ? Optional.of(node)
                    : node instanceof Parent inner ? focusable(inner) : Optional.<Node>empty())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private boolean focused() {
    return place.getScene() == null || Focus.within(place, place.getScene().getFocusOwner());
  }

  void seek(String what) {
    sought = stage == Stage.OPEN ? Optional.empty() : Optional.of(what);
    if (stage == Stage.OPEN) {
      panel.seek(what);
    }
  }

  void close() {
    if (stage == Stage.OPEN) {
      panel.close();
    }
  }

  private Node made() {
    try {
      return panel.open(desk);
    } catch (RuntimeException fault) {
      LOG.error("panel {} cannot be opened", info.id(), fault);
      return Hint.error(
          info.title() + " cannot be shown",
          "It failed while it was being opened. Everything else goes on; the log says more.");
    }
  }
}
