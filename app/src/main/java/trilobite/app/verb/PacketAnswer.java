// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import trilobite.model.console.GuestText;
import trilobite.model.guest.Listing;
import trilobite.model.guest.PacketRow;
import trilobite.model.guest.Views;
import trilobite.model.packet.Packet;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.packet.header.Headers;
import trilobite.model.reading.Measured;
import trilobite.model.time.HostClock;

/// Prints packets that pass a filter: a line each for people, readings of the table as JSON.
final class PacketAnswer {

  /// One JSON object holds no more; those who want more follow, or write a file.
  private static final int MOST_IN_JSON = 10_000;

  private static final int STEP = 1000;

  private final Env env;
  private final PacketSource source;
  private final PacketFilter filter;
  private final boolean json;
  private final LatePackets late;

  PacketAnswer(Env env, PacketSource source, PacketFilter filter, boolean json) {
    this.env = env;
    this.source = source;
    this.filter = filter;
    this.json = json;
    this.late = new LatePackets(source, filter);
  }

  /// Prints the newest packets there are.
  void newest(OptionalLong most) {
    long begun = HostClock.nanos();
    source.update();
    long wanted = most.orElse(json ? MOST_IN_JSON : Long.MAX_VALUE);
    long passing = json || most.isPresent() ? count() : 0;
    if (json) {
      var rows = new ArrayList<PacketRow>();
      each(1, Math.max(0, passing - wanted), Long.MAX_VALUE, rows::add);
      var cut =
          passing > wanted ? Optional.of("the newest of " + passing) : Optional.<String>empty();
      print(rows, cut, begun);
    } else {
      each(1, Math.max(0, passing - wanted), Long.MAX_VALUE, this::line);
      lost(begun);
    }
  }

  private long count() {
    var counted = new long[1];
    source
        .log()
        .read(
            1,
            Integer.MAX_VALUE,
            packet -> {
              if (passes(packet)) {
                counted[0]++;
              }
            });
    return counted[0];
  }

  /// Prints packets from `number` on, at most `most`, and before them those that pass only now.
  ///
  /// @return how many
  long after(long number, long most) {
    long begun = HostClock.nanos();
    source.update();
    var rows = new ArrayList<PacketRow>();
    Sink sink = json ? rows::add : this::line;
    long printed = 0;
    for (var packet : late.before(number)) {
      if (printed < most) {
        sink.take(source.table().row(packet));
        printed++;
      }
    }
    printed += each(number, 0, most - printed, sink);
    if (!rows.isEmpty()) {
      print(rows, Optional.empty(), begun);
    }
    env.out().flush();
    return printed;
  }

  @FunctionalInterface
  private interface Sink {
    void take(PacketRow row);
  }

  private long each(long from, long skip, long most, Sink sink) {
    long next = from;
    long end = source.table().known();
    long passed = 0;
    while (next < end && passed - skip < most) {
      var some = new ArrayList<Packet>(STEP);
      long read = source.log().read(next, (int) Math.min(STEP, end - next), some::add);
      if (read == next) {
        break;
      }
      for (var packet : some) {
        if (passes(packet) && ++passed > skip && passed - skip <= most) {
          sink.take(source.table().row(packet));
        }
      }
      next = read;
    }
    return Math.max(0, passed - skip);
  }

  private boolean passes(Packet packet) {
    return filter.matches(packet, Headers.of(packet), () -> source.table().row(packet));
  }

  private void print(List<PacketRow> rows, Optional<String> cut, long begun) {
    var reading = source.reading(new Listing<>(rows, cut), begun);
    new TableAnswer<>(env, Views.PACKETS.table(), Set.of()).print(Measured.of(reading), true);
  }

  private void line(PacketRow row) {
    var text =
        String.format(
            Locale.ROOT,
            "%6d %12.6f %s %s > %s %s %d %s%s",
            row.number(),
            row.time() / 1000,
            row.direction(),
            end(row.source(), row.sourcePort()),
            end(row.destination(), row.destinationPort()),
            row.protocol(),
            row.length(),
            row.info(),
            row.mark().map(mark -> " [" + mark + "]").orElse(""));
    env.out().println(env.terminal() ? GuestText.visible(text) : text);
  }

  private static String end(String address, OptionalLong port) {
    if (port.isEmpty()) {
      return address;
    }
    var shown = address.contains(":") ? "[" + address + "]" : address;
    return shown + ":" + port.getAsLong();
  }

  /// Says how much there is, and what is missing.
  void lost(long begun) {
    var span = source.log().span();
    var reading = source.reading(span.count(), begun);
    env.err()
        .printf(
            "%d packets kept, %d missed by the disk, %d older ones gave way; read in %d µs with 0"
                + " pauses: %s%n",
            span.count(),
            span.missed(),
            span.evicted(),
            reading.costMicros(),
            reading.source().detail());
    span.trouble().ifPresent(why -> env.err().println("trilobite: " + GuestText.visible(why)));
  }
}
