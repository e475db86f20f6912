// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.devices;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import trilobite.model.guest.InterfaceRow;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.relay.RelayCounters;

/// A guest's network cards: addresses and queues by QMP, packets by the relay.
///
/// @param counters of the relay, which stands behind the first card
public record Interfaces(Qmp qmp, Supplier<Optional<RelayCounters>> counters) {

  private static final int MOST = 64;

  public List<InterfaceRow> rows() throws IOException {
    var devices = devices();
    var rows = new ArrayList<InterfaceRow>();
    for (var card : qmp.execute("query-rx-filter")) {
      if (rows.size() < MOST) {
        var index = rows.size();
        var path =
            index < devices.size() ? Optional.of(devices.get(index)) : Optional.<String>empty();
        rows.add(row(card, path, index == 0 ? counters.get() : Optional.empty()));
      }
    }
    return List.copyOf(rows);
  }

  /// Paths of the virtio network devices; none where QEMU does not tell.
  private List<String> devices() {
    try {
      return StreamSupport.stream(qmp.execute("x-query-virtio").spliterator(), false)
          .filter(device -> device.path("name").asText().equals("virtio-net"))
          .map(device -> device.path("path").asText())
          .limit(MOST)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private InterfaceRow row(JsonNode card, Optional<String> path, Optional<RelayCounters> passed) {
    return new InterfaceRow(
        card.path("name").asText(),
        card.path("main-mac").asText(),
        path.flatMap(this::driver),
        number(passed.map(RelayCounters::rxPackets)),
        number(passed.map(RelayCounters::rxBytes)),
        number(passed.map(RelayCounters::txPackets)),
        number(passed.map(RelayCounters::txBytes)),
        number(passed.map(RelayCounters::drops)),
        queue(path, 0, "last-avail-idx"),
        queue(path, 0, "used-idx"),
        queue(path, 1, "last-avail-idx"),
        queue(path, 1, "used-idx"));
  }

  private static OptionalLong number(Optional<Long> some) {
    return some.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /// `VIRTIO_CONFIG_S_DRIVER_OK: Driver setup and ready` is `driver-ok`.
  private Optional<String> driver(String path) {
    try {
      var words = new ArrayList<String>();
      var answer = qmp.execute("x-query-virtio-status", Map.of("path", path));
      for (var status : answer.path("status").path("statuses")) {
        var name = status.asText().split(":", 2)[0].replace("VIRTIO_CONFIG_S_", "");
        words.add(name.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      }
      return Optional.of(String.join(" ", words));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private OptionalLong queue(Optional<String> path, int index, String field) {
    if (path.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      var value = new VirtioQueue(qmp, path.get(), index).read().path(field);
      return value.isNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
