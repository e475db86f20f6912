// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import trilobite.model.console.ConsoleLog;
import trilobite.model.packet.PacketLog;
import trilobite.model.port.History;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.time.Mark;
import trilobite.model.vitals.Vitals;

/// Runs in memory.
public final class FakeHistory implements History {

  private final Map<RunId, RunRecord> runs = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
  private final Map<RunId, FakeConsole> consoles = new HashMap<>();
  private final Map<RunId, FakeVitals> vitals = new HashMap<>();
  private final Map<RunId, FakePackets> packets = new HashMap<>();
  private volatile Optional<String> broken = Optional.empty();

  public FakeHistory add(RunRecord run) {
    return add(run, new FakeVitals(), new FakeConsole().end());
  }

  public FakeHistory add(RunRecord run, FakeVitals graphs, FakeConsole console) {
    runs.put(run.id(), run);
    vitals.put(run.id(), graphs);
    consoles.put(run.id(), console);
    return this;
  }

  /// What was captured of a run, for a test to fill.
  public FakePackets packetsOf(RunId id) {
    return packets.computeIfAbsent(id, one -> new FakePackets().end());
  }

  /// Every call fails with this message from now on.
  public void breakWith(String message) {
    broken = Optional.of(message);
  }

  @Override
  public List<RunRecord> runs(int most) throws IOException {
    check();
    return runs.values().stream().limit(most).toList();
  }

  @Override
  public Optional<RunRecord> run(RunId id) throws IOException {
    check();
    return Optional.ofNullable(runs.get(id));
  }

  @Override
  public Vitals vitals(RunId id) throws IOException {
    return found(vitals.get(id), id);
  }

  @Override
  public List<Mark> marks(RunRecord run) throws IOException {
    return vitals(run.id()).marks();
  }

  @Override
  public ConsoleLog console(RunId id) throws IOException {
    return found(consoles.get(id), id);
  }

  @Override
  public PacketLog packets(RunId id) throws IOException {
    check();
    return packetsOf(id);
  }

  @Override
  public void delete(RunId id) throws IOException {
    check();
    runs.remove(id);
  }

  @Override
  public Usage usage() {
    long bytes = runs.values().stream().mapToLong(run -> run.bytes().orElse(0)).sum();
    return new Usage(bytes, 2L << 30);
  }

  private <T> T found(@org.jspecify.annotations.Nullable T thing, RunId id) throws IOException {
    check();
    if (thing == null) {
      throw new IOException("run " + id + " is not in the history any more");
    }
    return thing;
  }

  private void check() throws IOException {
    if (broken.isPresent()) {
      throw new IOException(broken.get());
    }
  }
}
