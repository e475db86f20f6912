// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.HeapRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.reading.Measured;

/// The eyes of a guest's owner, asked over its `control.sock`. Where and when something was read is
/// what the owner says; its cost is the reading's, without the way here.
record RemoteEyes(Caller caller) implements Eyes {

  @Override
  public Measured<List<HeapRow>> heap() {
    return ask("heap", VitalsWire::heap);
  }

  @Override
  public Measured<Listing<ThreadRow>> threads() {
    return ask("threads", EyesWire::threads);
  }

  /// Takes an answer apart.
  @FunctionalInterface
  private interface Form<T> {
    Measured<T> read(JsonNode answer) throws IOException;
  }

  private <T> Measured<T> ask(String what, Form<T> form) {
    try {
      return form.read(caller.ask(what));
    } catch (IOException e) {
      return Measured.unknown("The guest's owner does not answer: " + e.getMessage());
    }
  }
}
