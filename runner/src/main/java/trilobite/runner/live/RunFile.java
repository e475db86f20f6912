// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.run.Verdict;
import trilobite.runner.file.SafeFile;

/// `run.json` in a run's folder: what is remembered of the run, readable without any database.
public final class RunFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "run.json";

  private RunFile() {}

  /// Writes the record safely: temporary file, sync, rename.
  public static void write(RunRecord run) throws IOException {
    var bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(toJson(run));
    SafeFile.replace(run.folder().resolve(NAME), bytes);
  }

  /// Reads the record of a run's folder.
  ///
  /// @throws IOException where there is none, or it is damaged
  public static RunRecord read(Path folder) throws IOException {
    var node = JSON.readTree(Files.readAllBytes(folder.resolve(NAME)));
    try {
      return fromJson(node, folder);
    } catch (RuntimeException e) {
      throw new IOException(folder.resolve(NAME) + " is damaged: " + e.getMessage(), e);
    }
  }

  private static ObjectNode toJson(RunRecord run) {
    var node = JSON.createObjectNode();
    node.put("run", run.id().number());
    node.put("project", run.project());
    node.put("projectFolder", run.projectFolder().toString());
    node.put("target", run.target());
    node.put("started", run.started().toString());
    run.verdict().ifPresent(verdict -> node.put("verdict", verdict.word()));
    node.put("why", run.why());
    node.put("accelerator", run.accelerator());
    run.firstByteMillis().ifPresent(t -> node.put("firstByteMs", t));
    run.readyMillis().ifPresent(t -> node.put("readyMs", t));
    run.durationMillis().ifPresent(t -> node.put("durationMs", t));
    node.put("memory", run.memory());
    run.image().ifPresent(image -> node.put("image", image));
    run.buildId().ifPresent(id -> node.put("buildId", id));
    var command = node.putArray("command");
    run.command().forEach(command::add);
    return node;
  }

  private static RunRecord fromJson(JsonNode node, Path folder) {
    var command = new ArrayList<String>();
    node.path("command").forEach(word -> command.add(word.asText()));
    return new RunRecord(
        new RunId(node.required("run").asLong()),
        node.required("project").asText(),
        Path.of(node.required("projectFolder").asText()),
        node.required("target").asText(),
        Instant.parse(node.required("started").asText()),
        text(node, "verdict").flatMap(RunFile::verdict),
        node.path("why").asText(),
        node.path("accelerator").asText(),
        number(node, "firstByteMs"),
        number(node, "readyMs"),
        number(node, "durationMs"),
        node.path("memory").asLong(),
        text(node, "image"),
        text(node, "buildId"),
        command,
        folder,
        OptionalLong.empty());
  }

  private static Optional<Verdict> verdict(String word) {
    return Arrays.stream(Verdict.values()).filter(v -> v.word().equals(word)).findFirst();
  }

  private static Optional<String> text(JsonNode node, String key) {
    return node.hasNonNull(key) ? Optional.of(node.get(key).asText()) : Optional.empty();
  }

  private static OptionalDouble number(JsonNode node, String key) {
    return node.hasNonNull(key)
        ? OptionalDouble.of(node.get(key).asDouble())
        : OptionalDouble.empty();
  }
}
