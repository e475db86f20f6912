// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import trilobite.runner.profile.StackLayout;
import trilobite.runner.threads.Copy;
import trilobite.runner.value.NumberAt;

/// A number of a record's, as its stack writes it.
record Figure(NumberAt at, StackLayout.Num told) {

  long of(Copy record) throws IOException {
    return plain(record.number(at));
  }

  private long plain(long raw) {
    var number = told.network() ? swapped(raw) : raw;
    var masked = number & told.mask();
    return at.signed() ? masked >> told.shift() : masked >>> told.shift();
  }

  private long swapped(long raw) {
    return Long.reverseBytes(raw) >>> (Long.SIZE - at.width() * Byte.SIZE);
  }
}
