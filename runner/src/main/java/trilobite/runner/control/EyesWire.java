// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.reading.Measured;

/// The guest's tables on the wire, as the model's records.
final class EyesWire {

  private static final TypeReference<Measured<Listing<ThreadRow>>> THREADS =
      new TypeReference<>() {};

  private EyesWire() {}

  static JsonNode threads(Measured<Listing<ThreadRow>> threads) {
    return Wire.tree(THREADS, threads);
  }

  static Measured<Listing<ThreadRow>> threads(JsonNode node) throws IOException {
    return Wire.JSON.readerFor(THREADS).readValue(node);
  }
}
