// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import java.io.IOException;

/// The guest's types are unknown. The message says which file or program is missing.
public final class TypesException extends IOException {
  private static final long serialVersionUID = 1;

  TypesException(String why) {
    super(why);
  }
}
