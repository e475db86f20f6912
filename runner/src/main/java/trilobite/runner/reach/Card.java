// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import trilobite.model.reach.Answer.Told;
import trilobite.model.reach.Trail;
import trilobite.runner.qmp.Qmp;

/// The guest's first virtio card as QEMU tells of it (`x-query-virtio`, from QEMU 7.2 on, marked
/// unstable): its receive queue, whether its driver has set it up, and its link. Where QEMU does
/// not tell, nothing is said.
public final class Card {

  private static final Pattern HALF_WORD = Pattern.compile(": 0x([0-9a-f]{4})\\s*$");

  private final Qmp qmp;
  private final CardLink link;
  private Optional<String> path = Optional.empty();
  private boolean absent;

  public Card(Qmp qmp) {
    this.qmp = qmp;
    this.link = new CardLink(qmp);
  }

  /// Where the receive queue stands, each modulo 65536.
  ///
  /// @param used buffers that QEMU has filled so far
  /// @param available buffers that the guest has put in so far
  record Indices(OptionalInt used, OptionalInt available) {
    static final Indices UNKNOWN = new Indices(OptionalInt.empty(), OptionalInt.empty());
  }

  Indices indices() {
    try {
      if (path.isEmpty() && !absent) {
        path = find();
        absent = path.isEmpty();
      }
      if (path.isEmpty()) {
        return Indices.UNKNOWN;
      }
      var of = Map.of("path", path.get(), "queue", 0);
      var queue = qmp.execute("x-query-virtio-queue-status", of);
      var used = queue.path("used-idx");
      return new Indices(
          used.isInt() ? OptionalInt.of(used.asInt()) : OptionalInt.empty(), available(queue));
    } catch (IOException e) {
      return Indices.UNKNOWN;
    }
  }

  /// The guest's own index, which QEMU reads only when it needs a buffer: second half word of the
  /// available ring (virtio 1.2, section 2.7.6).
  private OptionalInt available(JsonNode queue) {
    long ring = queue.path("vring-avail").asLong();
    return ring == 0 ? OptionalInt.empty() : halfWord(qmp, ring + 2);
  }

  /// Two bytes of physical memory or of a device.
  static OptionalInt halfWord(Qmp qmp, long address) {
    try {
      var found = HALF_WORD.matcher(qmp.human("xp /1hx 0x" + Long.toHexString(address)));
      return found.find()
          ? OptionalInt.of(Integer.parseInt(found.group(1), 16))
          : OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  /// How far a frame came that was sent since and not answered.
  Trail trail(Indices before) {
    var now = indices();
    return new Trail(
        Told.UNKNOWN,
        Told.UNKNOWN,
        link.up(),
        driver(),
        // A full queue keeps QEMU from putting more in.
        moved(before.used(), now.used()),
        moved(before.available(), now.available()));
  }

  private static Told moved(OptionalInt before, OptionalInt now) {
    if (before.isEmpty() || now.isEmpty()) {
      return Told.UNKNOWN;
    }
    return before.getAsInt() == now.getAsInt() ? Told.NO : Told.YES;
  }

  private Told driver() {
    if (path.isEmpty()) {
      return Told.UNKNOWN;
    }
    try {
      var status = qmp.execute("x-query-virtio-status", Map.of("path", path.get()));
      var words = status.path("status").path("statuses");
      return !words.isArray()
          ? Told.UNKNOWN
          : words.toString().contains("DRIVER_OK") ? Told.YES : Told.NO;
    } catch (IOException e) {
      return Told.UNKNOWN;
    }
  }

  private Optional<String> find() throws IOException {
    for (var device : qmp.execute("x-query-virtio")) {
      if (device.path("name").asText().equals("virtio-net")) {
        return Optional.of(device.path("path").asText());
      }
    }
    return Optional.empty();
  }
}
