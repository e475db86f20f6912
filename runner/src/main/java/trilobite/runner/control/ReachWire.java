// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import trilobite.model.reach.Answer;
import trilobite.model.reach.Probe;
import trilobite.model.reading.Measured;

/// Probes of a guest on the wire.
final class ReachWire {

  private static final TypeReference<Measured<Answer>> ANSWER = new TypeReference<>() {};

  private ReachWire() {}

  static JsonNode answer(Measured<Answer> answer) {
    return Wire.tree(ANSWER, answer);
  }

  /// Asks a guest's owner.
  static Measured<Answer> ask(Caller caller, Probe probe) {
    try {
      var word = Wire.JSON.getNodeFactory().textNode(probe.word());
      return Wire.read(caller.ask("probe", "probe", word), ANSWER);
    } catch (IOException e) {
      return Measured.unknown("The guest's owner does not answer: " + e.getMessage());
    }
  }
}
