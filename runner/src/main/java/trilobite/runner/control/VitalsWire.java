// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import trilobite.model.reading.Measured;
import trilobite.model.time.Mark;
import trilobite.model.time.Sample;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;

/// Vitals on the wire: `{"now":…,"latest":{…},"marks":[…],"series":{"CPU":[[t,value],…]}}`, with
/// `null` for the value at a gap. Each page has what is newer than the asker's newest sample.
final class VitalsWire {

  /// Samples a series and page; the asker asks again for more.
  private static final int PAGE = 5_000;

  private static final TypeReference<Map<Vital, Measured<Double>>> LATEST =
      new TypeReference<>() {};
  private static final TypeReference<List<Mark>> MARKS = new TypeReference<>() {};

  private VitalsWire() {}

  static Map<Vital, Measured<Double>> latest(JsonNode page) throws IOException {
    return Wire.read(page.path("latest"), LATEST);
  }

  static List<Mark> marks(JsonNode page) throws IOException {
    return Wire.read(page.path("marks"), MARKS);
  }

  /// The samples of a series in a page, oldest first.
  static List<Sample> samples(JsonNode pairs) {
    var samples = new ArrayList<Sample>();
    for (var pair : pairs) {
      var value = pair.path(1);
      samples.add(
          new Sample(pair.path(0).asDouble(), value.isNumber() ? value.asDouble() : Double.NaN));
    }
    return samples;
  }

  static ObjectNode page(Vitals vitals, JsonNode since) {
    var page = Wire.JSON.createObjectNode();
    page.put("now", vitals.now());
    page.set("latest", Wire.tree(LATEST, vitals.latest()));
    page.set("marks", Wire.tree(MARKS, vitals.marks()));
    var series = page.putObject("series");
    vitals
        .series()
        .forEach(
            (vital, line) -> {
              double from = since.path(vital.name()).asDouble(-1);
              var samples = series.putArray(vital.name());
              for (var sample : line.samples(Math.nextUp(from), vitals.now(), PAGE)) {
                var pair = samples.addArray().add(sample.t());
                if (Double.isNaN(sample.value())) {
                  pair.addNull();
                } else {
                  pair.add(sample.value());
                }
              }
            });
    return page;
  }
}
