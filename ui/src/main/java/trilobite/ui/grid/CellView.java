// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import javafx.scene.Node;

/// What a cell shows instead of plain text, such as a bar. Made once a cell and given row after
/// row.
public interface CellView<R> {

  Node node();

  void show(R row);
}
