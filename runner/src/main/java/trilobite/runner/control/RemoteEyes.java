// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import java.io.IOException;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.inspect.Question;
import trilobite.model.reading.Measured;

/// The eyes of a guest's owner, asked over its `control.sock`. Where and when something was read is
/// what the owner says; its cost is the reading's, without the way here.
record RemoteEyes(Caller caller) implements Eyes {

  @Override
  public <R extends Record> Measured<Listing<R>> see(View<R> view) {
    try {
      var name = Wire.JSON.getNodeFactory().textNode(view.name());
      return EyesWire.rows(view, caller.ask("see", "view", name));
    } catch (IOException e) {
      return Measured.unknown("The guest's owner does not answer: " + e.getMessage());
    }
  }

  @Override
  public <A> Measured<A> ask(Question<A> question) {
    try {
      return EyesWire.answer(question, caller.ask("ask", "question", EyesWire.question(question)));
    } catch (IOException e) {
      return Measured.unknown("The guest's owner does not answer: " + e.getMessage());
    }
  }
}
