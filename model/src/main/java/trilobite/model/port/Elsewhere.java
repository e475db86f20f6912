// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;

/// Guests that Trilobite did not start.
public interface Elsewhere {

  /// Opens a core, as a guest that stands still.
  ///
  /// @throws IOException where the file is no core of a whole guest
  LiveGuest core(CoreRequest request) throws IOException;

  /// Where nothing can be looked for.
  static Elsewhere none() {
    return request -> {
      throw new IOException("No core can be opened here.");
    };
  }
}
