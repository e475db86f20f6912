// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;

/// One JSON object a line, keys in the order they were put. What could not be measured is `null`
/// with its reason in `<key>Why`.
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  static Json event(String name) {
    return new Json().put("event", name);
  }

  Json put(String key, @Nullable Object value) {
    fields.put(key, plain(value));
    return this;
  }

  /// A measured value, with the reason beside a null.
  Json measured(String key, Measured<?> value) {
    switch (value) {
      case Measured.Known<?>(Reading<?> reading) -> put(key, reading.value());
      case Measured.Unknown<?> unknown -> put(key, null).put(key + "Why", unknown.reason().why());
    }
    return this;
  }

  /// The provenance of the rows of an answer, once.
  Json provenance(Reading<?> reading) {
    return put("source", reading.source().detail())
        .put("takenAt", reading.takenAt())
        .put("costUs", reading.costMicros())
        .put("pauses", reading.pauses());
  }

  Map<String, @Nullable Object> map() {
    return fields;
  }

  @Override
  public String toString() {
    try {
      return MAPPER.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Json json -> json.map();
      case Optional<?> some -> plain(some.orElse(null));
      case OptionalDouble some -> some.isPresent() ? plain(some.getAsDouble()) : null;
      case OptionalLong some -> some.isPresent() ? some.getAsLong() : null;
      // JSON knows no NaN; whole numbers read better without ".0".
      case Double number when !Double.isFinite(number) -> null;
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          number.longValue();
      case java.nio.file.Path path -> path.toString();
      case java.time.Instant instant -> instant.toString();
      case Object other -> other;
    };
  }
}
