// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

import java.io.IOException;
import java.nio.file.Path;

/// Says what is on the stacks of a core's threads, such as gdb.
@FunctionalInterface
public interface Unwinder {

  /// @return the JSON that `stacks.py` writes
  String unwind(Path core, boolean locals) throws IOException;
}
