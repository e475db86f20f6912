// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import trilobite.runner.qmp.Qmp;

/// Stands where a guest has no monitor that we may ask.
///
/// @param why one sentence
record NoMonitor(String why) implements Qmp {

  @Override
  public JsonNode execute(String command, Map<String, ?> arguments) throws IOException {
    throw new IOException(why);
  }
}
