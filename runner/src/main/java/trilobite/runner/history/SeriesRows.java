// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import trilobite.model.run.RunId;
import trilobite.model.time.Sample;
import trilobite.model.time.Timeline;
import trilobite.model.vitals.Vital;

/// The table `chunk` of one run.
record SeriesRows(Handle handle, RunId run) {

  /// Adds samples, which follow those that are there. Written a second time they change nothing.
  void add(Vital vital, List<Sample> samples) {
    for (var from = 0; from < samples.size(); from += ChunkCodec.MOST_SAMPLES) {
      var piece = samples.subList(from, Math.min(samples.size(), from + ChunkCodec.MOST_SAMPLES));
      handle
          .createUpdate(
              """
              insert or ignore into chunk (run, series, first, last, samples, data)
              values (:run, :series, :first, :last, :samples, :data)
              """)
          .bind("run", run.number())
          .bind("series", vital.info().id())
          .bind("first", piece.getFirst().t())
          .bind("last", piece.getLast().t())
          .bind("samples", piece.size())
          .bind("data", ChunkCodec.encode(piece))
          .execute();
    }
  }

  /// All series of the run. A chunk that is damaged is a gap.
  Map<Vital, Timeline> timelines() {
    var timelines = new EnumMap<Vital, Timeline>(Vital.class);
    handle
        .createQuery(
            "select series, first, data from chunk where run = :run order by series, first")
        .bind("run", run.number())
        .map((row, context) -> new Chunk(row.getString(1), row.getDouble(2), row.getBytes(3)))
        .forEach(chunk -> vital(chunk.series).ifPresent(vital -> load(chunk, vital, timelines)));
    return timelines;
  }

  private static void load(Chunk chunk, Vital vital, Map<Vital, Timeline> into) {
    var timeline = into.computeIfAbsent(vital, v -> new Timeline(v.info()));
    try {
      ChunkCodec.decode(chunk.data).forEach(sample -> timeline.add(sample.t(), sample.value()));
    } catch (IOException e) {
      timeline.gap(chunk.first);
    }
  }

  /// Bytes of all chunks.
  long bytes() {
    return handle
        .createQuery("select coalesce(sum(length(data)), 0) from chunk where run = :run")
        .bind("run", run.number())
        .mapTo(Long.class)
        .one();
  }

  /// The vital of that name; a later program may have written others.
  static Optional<Vital> vital(String id) {
    return Arrays.stream(Vital.values()).filter(v -> v.info().id().equals(id)).findFirst();
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Chunk(String series, double first, byte[] data) {}
}
