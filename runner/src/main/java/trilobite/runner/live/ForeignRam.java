// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.qmp.Qmp;

/// Opens guest RAM that whoever wrote QEMU's line has placed himself.
public interface ForeignRam {

  /// @param pid QEMU's
  /// @throws IOException where it cannot be read; says why
  GuestRam open(long pid, Qmp qmp) throws IOException;
}
