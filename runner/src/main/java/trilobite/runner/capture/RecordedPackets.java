// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.PacketSpan;
import trilobite.runner.file.FileTrouble;

/// Packets read from their run's folder, of a finished run or of one that goes on in this process
/// or another; or from one file. Files that nobody asks for any more are closed by the collector.
public final class RecordedPackets implements PacketLog {

  private final CaptureSource ring;
  private final BooleanSupplier live;
  private CaptureNotes notes = new CaptureNotes(0, 0);
  private boolean noted;

  /// @param live tells whether more may come
  public RecordedPackets(Path runFolder, BooleanSupplier live) {
    this(new CaptureRing(runFolder), live);
  }

  RecordedPackets(CaptureSource ring, BooleanSupplier live) {
    this.ring = ring;
    this.live = live;
  }

  @Override
  public synchronized PacketSpan span() {
    try {
      // Asked first: what was written until then is all there.
      boolean more = live();
      ring.refresh();
      note();
      return new PacketSpan(ring.first(), ring.end(), notes.missed(), ring.trouble(more));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /// A capture without notes begins its clock at its first packet.
  private void note() throws IOException {
    var found = ring.notes();
    if (found.isPresent()) {
      notes = found.get();
      noted = true;
    } else if (!noted && ring.end() > ring.first()) {
      notes = new CaptureNotes(ring.holding(ring.first()).nanosOf(ring.first()), 0);
      noted = true;
    }
  }

  private double time(long nanos) {
    return (nanos - notes.startedNanos()) / 1e6;
  }

  @Override
  public long read(long from, int most, Consumer<Packet> sink) {
    long next = from;
    int left = most;
    while (left > 0) {
      var some = some(next, left);
      if (some.isEmpty()) {
        break;
      }
      // Whoever takes them may take their time: others read meanwhile.
      some.forEach(sink);
      next = some.getLast().number() + 1;
      left -= some.size();
    }
    return next;
  }

  private synchronized List<Packet> some(long from, int most) {
    long next = Math.max(from, ring.first());
    if (next >= ring.end()) {
      return List.of();
    }
    try {
      var some = new ArrayList<Packet>();
      ring.holding(next).read(next, most, this::time, some);
      return some;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public synchronized long numberAt(double t) {
    try {
      long low = ring.first();
      long high = ring.end();
      while (low < high) {
        long middle = (low + high) >>> 1;
        if (time(ring.holding(middle).nanosOf(middle)) < t) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public boolean live() {
    return live.getAsBoolean();
  }

  private UncheckedIOException unreadable(IOException why) {
    // Its message is the path and more; whether there is a file was asked before.
    var reason =
        why instanceof FileNotFoundException ? "permission denied" : FileTrouble.reason(why);
    return new UncheckedIOException(
        "The packets in " + FileTrouble.shown(ring.place()) + " cannot be read: " + reason + ".",
        why);
  }
}
