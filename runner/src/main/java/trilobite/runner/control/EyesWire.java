// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
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
}
