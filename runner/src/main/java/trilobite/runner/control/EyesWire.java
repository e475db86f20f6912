// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.inspect.Question;
import trilobite.model.reading.Measured;

/// The guest's views on the wire, as the model's records.
final class EyesWire {

  private EyesWire() {}

  private static JavaType type(View<?> view) {
    var types = Wire.JSON.getTypeFactory();
    return types.constructParametricType(
        Measured.class, types.constructParametricType(Listing.class, view.row()));
  }

  static JsonNode rows(View<?> view, Measured<?> seen) {
    try {
      return Wire.JSON.readTree(Wire.JSON.writerFor(type(view)).writeValueAsBytes(seen));
    } catch (IOException e) {
      throw new UncheckedIOException("the model's own records must fit the wire", e);
    }
  }

  static <R extends Record> Measured<Listing<R>> rows(View<R> view, JsonNode node)
      throws IOException {
    Measured<Listing<R>> seen = Wire.JSON.readerFor(type(view)).readValue(node);
    return Wire.present(seen);
  }

  static JsonNode question(Question<?> question) {
    try {
      // As a question, not as one of its kinds, so that it says which one it is.
      return Wire.JSON.readTree(Wire.JSON.writerFor(Question.class).writeValueAsBytes(question));
    } catch (IOException e) {
      throw new UncheckedIOException("the model's own records must fit the wire", e);
    }
  }

  /// @throws IOException where this owner knows no such question
  static Question<?> question(JsonNode node) throws IOException {
    return Wire.read(node, Question.class);
  }

  private static JavaType type(Question<?> question) {
    return Wire.JSON.getTypeFactory().constructParametricType(Measured.class, question.answer());
  }

  static JsonNode answer(Question<?> question, Measured<?> answer) {
    try {
      return Wire.JSON.readTree(Wire.JSON.writerFor(type(question)).writeValueAsBytes(answer));
    } catch (IOException e) {
      throw new UncheckedIOException("the model's own records must fit the wire", e);
    }
  }

  static <A> Measured<A> answer(Question<A> question, JsonNode node) throws IOException {
    Measured<A> answer = Wire.JSON.readerFor(type(question)).readValue(node);
    return Wire.present(answer);
  }
}
