// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.List;
import trilobite.model.guest.View;

/// One subject of a guest's: threads, connections, memory. Makes readers of its views once what
/// they need is there.
public interface Subject {

  /// The views that it shows; none belongs to two subjects.
  List<View<?>> views();

  /// Shows its views, with [Scene#show]. Called once per run on the thread that opens the guest;
  /// may block while symbols and types are read.
  ///
  /// @throws IOException where its views cannot be seen in this guest; the message is fit for
  ///   people
  void open(Scene scene) throws IOException;
}
