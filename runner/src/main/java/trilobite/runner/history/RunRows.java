// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.run.Verdict;

/// The table `run`.
record RunRows(Handle handle) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UPSERT =
      """
      insert into run (id, project, project_folder, target, started, verdict, why, accelerator,
        first_byte, ready, duration, memory, image, build_id, command, folder, bytes)
      values (:id, :project, :projectFolder, :target, :started, :verdict, :why, :accelerator,
        :firstByte, :ready, :duration, :memory, :image, :buildId, :command, :folder, :bytes)
      on conflict (id) do update set
        started = excluded.started, verdict = excluded.verdict, why = excluded.why, first_byte = excluded.first_byte,
        ready = excluded.ready, duration = excluded.duration, bytes = excluded.bytes
      """;

  /// Adds the run or brings its row up to date.
  void put(RunRecord run) {
    handle
        .createUpdate(UPSERT)
        .bind("id", run.id().number())
        .bind("project", run.project())
        .bind("projectFolder", run.projectFolder().toString())
        .bind("target", run.target())
        .bind("started", run.started().toString())
        .bind("verdict", run.verdict().map(Verdict::word).orElse(null))
        .bind("why", run.why())
        .bind("accelerator", run.accelerator())
        .bind("firstByte", nullable(run.firstByteMillis()))
        .bind("ready", nullable(run.readyMillis()))
        .bind("duration", nullable(run.durationMillis()))
        .bind("memory", run.memory())
        .bind("image", run.image().orElse(null))
        .bind("buildId", run.buildId().orElse(null))
        .bind("command", words(run.command()))
        .bind("folder", run.folder().toString())
        .bind("bytes", run.bytes().isPresent() ? Long.valueOf(run.bytes().getAsLong()) : null)
        .execute();
  }

  /// Newest first.
  List<RunRecord> newest(int most) {
    return handle
        .createQuery("select * from run order by id desc limit :most")
        .bind("most", most)
        .map((row, context) -> record(row))
        .list();
  }

  Optional<RunRecord> find(RunId id) {
    return handle
        .createQuery("select * from run where id = :id")
        .bind("id", id.number())
        .map((row, context) -> record(row))
        .findOne();
  }

  /// All runs, each with whether its end is known.
  Map<RunId, Boolean> known() {
    return handle
        .createQuery("select id, verdict is not null as over from run")
        .reduceRows(
            new HashMap<RunId, Boolean>(),
            (all, row) -> {
              all.put(
                  new RunId(row.getColumn("id", Long.class)), row.getColumn("over", Boolean.class));
              return all;
            });
  }

  /// Finished runs, oldest first.
  List<RunId> finished() {
    return handle
        .createQuery("select id from run where verdict is not null order by id")
        .mapTo(Long.class)
        .map(RunId::new)
        .list();
  }

  void delete(RunId id) {
    handle.createUpdate("delete from run where id = :id").bind("id", id.number()).execute();
  }

  private static RunRecord record(ResultSet row) throws SQLException {
    return new RunRecord(
        new RunId(row.getLong("id")),
        row.getString("project"),
        Path.of(row.getString("project_folder")),
        row.getString("target"),
        Instant.parse(row.getString("started")),
        verdict(row.getString("verdict")),
        row.getString("why"),
        row.getString("accelerator"),
        number(row, "first_byte"),
        number(row, "ready"),
        number(row, "duration"),
        row.getLong("memory"),
        Optional.ofNullable(row.getString("image")),
        Optional.ofNullable(row.getString("build_id")),
        words(row.getString("command")),
        Path.of(row.getString("folder")),
        row.getObject("bytes") == null
            ? OptionalLong.empty()
            : OptionalLong.of(row.getLong("bytes")));
  }

  private static Optional<Verdict> verdict(@Nullable String word) {
    return Arrays.stream(Verdict.values()).filter(v -> v.word().equals(word)).findFirst();
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    var value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static @Nullable Double nullable(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }

  private static String words(List<String> command) {
    try {
      return JSON.writeValueAsString(command);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words cannot be written as JSON", e);
    }
  }

  private static List<String> words(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }
}
