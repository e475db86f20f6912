// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import trilobite.model.packet.Packet;
import trilobite.model.packet.export.PcapNg;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.packet.flow.PacketMark;
import trilobite.model.packet.header.Headers;

/// Writes packets that pass a filter to a pcapng file, or to standard output for another program.
final class PacketExport implements AutoCloseable {

  private final PacketSource source;
  private final PacketFilter filter;
  private final OutputStream out;
  private final PcapNg file;
  private final LatePackets late;
  private long written;
  private long newest;

  PacketExport(Env env, PacketSource source, PacketFilter filter, String name) throws IOException {
    this.source = source;
    this.filter = filter;
    this.late = new LatePackets(source, filter);
    this.out =
        new BufferedOutputStream(
            name.equals("-")
                ? env.out()
                : Files.newOutputStream(env.resolve(java.nio.file.Path.of(name))));
    var about = "Trilobite, packets of " + source.name();
    var passing = filter.text().isEmpty() ? about : about + " that pass: " + filter.text();
    this.file =
        new PcapNg(
            out,
            passing,
            new PcapNg.Card("net0", "network card of " + source.name() + ", seen by the relay"));
  }

  /// Writes packets from `number` on, at most `most`; the file is whole afterwards.
  ///
  /// @param skip how many that pass to leave out first
  /// @return how many were written
  long after(long number, long skip, long most) throws IOException {
    source.update();
    var passed = new long[1];
    try {
      for (var packet : late.before(number)) {
        if (++passed[0] <= most) {
          write(packet);
        }
      }
      source
          .log()
          .read(
              number,
              (int) Math.min(Integer.MAX_VALUE, Math.max(0, source.table().known() - number)),
              packet -> {
                if (passes(packet) && ++passed[0] > skip && passed[0] - skip <= most) {
                  write(packet);
                }
              });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    out.flush();
    return Math.clamp(passed[0] - skip, 0, most);
  }

  /// How many of the packets there are pass.
  long count() {
    source.update();
    var passed = new long[1];
    source.log().read(1, Integer.MAX_VALUE, packet -> passed[0] += passes(packet) ? 1 : 0);
    return passed[0];
  }

  private boolean passes(Packet packet) {
    return filter.matches(packet, Headers.of(packet), () -> source.table().row(packet));
  }

  private void write(Packet packet) {
    try {
      Optional<String> mark = source.table().mark(packet.number()).map(PacketMark::words);
      file.write(packet, mark);
      written++;
      newest = Math.max(newest, packet.nanos());
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    var span = source.log().span();
    file.end(newest, span.end() - 1 + span.missed(), span.missed() + span.evicted());
    out.close();
  }
}
