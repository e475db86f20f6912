// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.util.Optional;
import javafx.scene.Node;

/// The door of a panel that is one view, made when it is first opened.
///
/// @param <V> the view's node
public abstract class Door<V extends Node & PanelView> implements Panel {

  private final PanelInfo info;
  private Optional<V> view = Optional.empty();

  protected Door(PanelInfo info) {
    this.info = info;
  }

  /// Makes the view; called once, when the panel is first opened.
  protected abstract V make(Desk desk);

  @Override
  public final PanelInfo info() {
    return info;
  }

  @Override
  public Node open(Desk desk) {
    var made = make(desk);
    view = Optional.of(made);
    return made;
  }

  @Override
  public void shown(boolean visible) {
    view.ifPresent(open -> open.shown(visible));
  }

  @Override
  public void focus() {
    view.ifPresent(PanelView::focusMain);
  }

  @Override
  public void seek(String what) {
    view.ifPresent(open -> open.seek(what));
  }

  @Override
  public void close() {
    view.ifPresent(PanelView::close);
  }
}
