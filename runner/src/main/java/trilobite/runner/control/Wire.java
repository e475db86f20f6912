// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import trilobite.model.inspect.Question;
import trilobite.model.inspect.Value;
import trilobite.model.reading.Measured;
import trilobite.model.run.RunEvent;

/// The model's records as JSON lines. Both ends are this program, of one version or near ones:
/// fields that an end does not know are passed over.
final class Wire {

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(RunEvent.class, EventKind.class)
          .addMixIn(Measured.class, MeasuredKind.class)
          .addMixIn(Question.class, QuestionKind.class)
          .addMixIn(Value.class, ValueKind.class)
          .build();

  private Wire() {}

  /// A value of a generic type: without the type its parts would lose their kinds.
  static JsonNode tree(TypeReference<?> type, Object value) {
    try {
      return JSON.readTree(JSON.writerFor(type).writeValueAsBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException("the model's own records must fit the wire", e);
    }
  }

  /// What a line or a part of it claims to be.
  ///
  /// @throws IOException where it is something else, or nothing
  static <T> T read(JsonNode node, Class<T> type) throws IOException {
    return present(JSON.treeToValue(node, type));
  }

  /// As [#read(JsonNode, Class)] for a generic type.
  static <T> T read(JsonNode node, TypeReference<T> type) throws IOException {
    T value = JSON.readerFor(type).readValue(node);
    return present(value);
  }

  static <T> T present(@Nullable T value) throws IOException {
    if (value == null) {
      throw new IOException("the other end left out a part of its answer");
    }
    return value;
  }

  /// Tells events apart by the names of their records.
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(RunEvent.Started.class),
    @JsonSubTypes.Type(RunEvent.Booted.class),
    @JsonSubTypes.Type(RunEvent.Ready.class),
    @JsonSubTypes.Type(RunEvent.Changed.class),
    @JsonSubTypes.Type(RunEvent.Note.class),
    @JsonSubTypes.Type(RunEvent.Ended.class)
  })
  private interface EventKind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(Measured.Known.class),
    @JsonSubTypes.Type(Measured.Unknown.class)
  })
  private interface MeasuredKind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(Question.Print.class),
    @JsonSubTypes.Type(Question.Dump.class),
    @JsonSubTypes.Type(Question.Find.class),
    @JsonSubTypes.Type(Question.Stack.class)
  })
  private interface QuestionKind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(Value.Whole.class),
    @JsonSubTypes.Type(Value.Real.class),
    @JsonSubTypes.Type(Value.Pointer.class),
    @JsonSubTypes.Type(Value.Composite.class),
    @JsonSubTypes.Type(Value.Sequence.class),
    @JsonSubTypes.Type(Value.Opaque.class),
    @JsonSubTypes.Type(Value.Absent.class)
  })
  private interface ValueKind {}
}
