// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import trilobite.model.guest.Listing;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.ThreadRow;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.RamLayout;

/// The guest's own log of who came and went, and tables that claim to be a moment of it.
final class ChangeLog implements AutoCloseable {

  private final TideGuest tide;
  private final GuestRam ram;
  private final long counter;
  private final TreeMap<Long, JsonNode> changes = new TreeMap<>();
  private final List<Claim> claims = new ArrayList<>();

  /// @param before changes that the guest had counted when the reading began
  /// @param after and when it had ended
  private record Claim(long before, long after, Subject subject, Set<String> there) {}

  private enum Subject {
    THREADS,
    CONNECTIONS
  }

  private ChangeLog(TideGuest tide, GuestRam ram, long counter) {
    this.tide = tide;
    this.ram = ram;
    this.counter = counter;
  }

  static ChangeLog open(TideGuest tide) throws IOException {
    var session = tide.session;
    Path image = session.image().orElseThrow();
    var counter = SymbolTable.read(image).find("tide_change_count").orElseThrow().address();
    var layout = RamLayout.of(session.target().machine(), session.memory());
    var log =
        new ChangeLog(tide, GuestRam.open(session.runtimeFolder().resolve("ram"), layout), counter);
    log.fetch();
    return log;
  }

  /// How many changes the guest has counted, by its memory.
  long count() throws IOException {
    return ram.word(counter);
  }

  /// Takes in what the guest still knows; often enough that none is lost.
  synchronized void fetch() throws IOException {
    for (var change : tide.truth("changes").get("changes")) {
      changes.put(change.get("sequence").asLong(), change);
    }
  }

  synchronized int changes() {
    return changes.size();
  }

  void claim(long before, long after, Listing<ThreadRow> table) {
    var threads =
        table.rows().stream()
            .filter(row -> !row.state().equals("exited"))
            .map(row -> row.id() + " " + row.name())
            .collect(Collectors.toSet());
    claims.add(new Claim(before, after, Subject.THREADS, threads));
  }

  void claimConnections(long before, long after, Listing<SocketRow> table) {
    var connections =
        table.rows().stream()
            .filter(row -> row.address() != 0)
            .map(SocketRow::remote)
            .collect(Collectors.toSet());
    claimConnections(before, after, connections);
  }

  /// @param connections by address and port of the other side
  void claimConnections(long before, long after, Set<String> connections) {
    claims.add(new Claim(before, after, Subject.CONNECTIONS, connections));
  }

  /// Claims that equal no state between their begin and end. A thread is put into the list a few
  /// instructions before it is counted, and counted a few before it is marked as ended; a
  /// connection comes and goes a few before it is counted: hence one more at either side.
  synchronized List<String> violations() {
    var violations = new ArrayList<String>();
    long last = changes.lastKey();
    if (changes.size() != last) {
      violations.add("of %d changes %d were seen".formatted(last, changes.size()));
    }
    var states = new EnumMap<Subject, List<Set<String>>>(Subject.class);
    states.put(Subject.THREADS, states("thread-start", "thread-exit", Set.of("0 idle")));
    states.put(
        Subject.CONNECTIONS, states("connection-open", "connection-close", Set.<String>of()));
    for (var claim : claims) {
      boolean existed = false;
      for (long n = Math.max(0, claim.before - 1); n <= Math.min(last, claim.after + 1); n++) {
        existed |= states.get(claim.subject).get((int) n).equals(claim.there);
      }
      if (!existed) {
        violations.add(claim.toString());
      }
    }
    return violations;
  }

  /// Those that were there after each change.
  private List<Set<String>> states(String came, String went, Set<String> first) {
    var now = new HashSet<>(first);
    var states = new ArrayList<Set<String>>();
    states.add(Set.copyOf(now));
    for (var change : changes.values()) {
      var what = change.get("what").asText();
      var name = change.get("name").asText();
      var id = came.startsWith("thread") ? change.get("id").asLong() + " " + name : name;
      if (what.equals(came)) {
        now.add(id);
      } else if (what.equals(went)) {
        now.remove(id);
      }
      states.add(Set.copyOf(now));
    }
    return states;
  }

  @Override
  public void close() throws IOException {
    ram.close();
  }
}
