// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import trilobite.model.reading.Measured;

/// Eyes that see nothing.
///
/// @param why one sentence
public record BlindEyes(String why) implements Eyes {

  @Override
  public <R extends Record> Measured<Listing<R>> see(View<R> view) {
    return Measured.unknown(why);
  }
}
