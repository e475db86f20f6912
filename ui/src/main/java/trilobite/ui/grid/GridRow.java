// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A row for as long as what it stands for lives; only what it says changes.
public final class GridRow<R> {

  private final Key key;
  private final ObjectProperty<R> value;
  private final BooleanProperty gone = new SimpleBooleanProperty();

  /// @param of what tells rows apart
  /// @param nth counts from 0 among rows that a guest gave the same key
  record Key(Object of, int nth) {}

  GridRow(Key key, R value) {
    this.key = key;
    this.value = new SimpleObjectProperty<>(value);
  }

  Key key() {
    return key;
  }

  public R get() {
    return value.get();
  }

  ObjectProperty<R> value() {
    return value;
  }

  /// True where the newest reading does not have it any more, and it only keeps its place.
  BooleanProperty gone() {
    return gone;
  }
}
