// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.relay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import trilobite.model.project.MemorySize;
import trilobite.model.time.HostClock;
import trilobite.model.time.RunClock;
import trilobite.runner.capture.CaptureNotes;
import trilobite.runner.capture.PcapHead;
import trilobite.runner.thread.Threads;

/// Keeps the newest packets of a run as `packets.pcap` and, before it, `packets.1.pcap`. Written on
/// a thread of its own: where the disk cannot follow, packets are missing in the file and counted,
/// while the guest's network goes on.
///
/// Layout: [PcapHead]. Beside the files lie [CaptureNotes].
public final class PacketFile implements Relay.Tap, AutoCloseable {

  /// Two: the one being written and the full one before it.
  public static final int FILES = 2;

  /// Bytes of packets that a run keeps unless a setting says otherwise.
  public static final long USUAL = 128L << 20;

  /// The setting that says how much a run keeps, such as `2G`.
  public static final String LIMIT_SETTING = "packets.limit";

  private static final long LEAST = 1L << 20;
  private static final long MOST_WAITING = 16L << 20;
  private static final long NANOS = 1_000_000_000L;

  /// How long a packet may wait for the file, while packets come and while none do.
  private static final long BUSY_NANOS = 50_000_000;

  private static final long IDLE_NANOS = 200_000_000;

  /// Looks without a packet after which none are expected.
  private static final int PATIENCE = 20;

  /// Bytes of one writing: a busy guest has thousands of packets in it.
  private static final int AT_ONCE = 1 << 18;

  /// A writer that expects none is woken once for so many bytes.
  private static final long WAKING = 1L << 20;

  private final Path folder;

  private final long mostBytes;
  private final Supplier<RunClock> clock;
  private final Consumer<String> trouble;

  /// Nobody is woken for a frame: waking the writer would cost the relay more than handing on does.
  private final Queue<Packet> waiting = new ConcurrentLinkedQueue<>();

  private final AtomicLong waitingBytes = new AtomicLong();
  private final AtomicLong missed = new AtomicLong();
  private final Thread writer;
  private volatile boolean open = true;
  private volatile boolean dozing;
  private int quiet;
  private long kept;
  private long notedMissed = -1;

  /// @param mostBytes length at which a file is full; [#FILES] are kept
  /// @param clock the run's, asked once the first packet is there; wall times follow it, so that a
  ///   wall clock that jumps moves no packet
  public PacketFile(
      Path folder, long mostBytes, Supplier<RunClock> clock, Consumer<String> trouble) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.clock = clock;
    this.trouble = trouble;
    this.writer = Threads.waiting("packets-write", this::write);
  }

  /// The bytes that a setting's text means; the usual ones where it means nothing.
  public static long limit(Optional<String> setting) {
    return setting
        .flatMap(MemorySize::parse)
        .map(size -> Math.max(LEAST, size.bytes()))
        .orElse(USUAL);
  }

  private record Packet(long nanos, boolean towardsGuest, ByteBuffer bytes) {}

  /// Packets that came too fast for the disk.
  public long missed() {
    return missed.get();
  }

  @Override
  public void frame(boolean towardsGuest, ByteBuffer bytes, int offset, int length) {
    frame(HostClock.nanos(), towardsGuest, bytes, offset, length);
  }

  /// Keeps a frame that passed at a moment of the host's monotonic clock.
  public void frame(long nanos, boolean towardsGuest, ByteBuffer bytes, int offset, int length) {
    if (!open || waitingBytes.get() > MOST_WAITING) {
      missed.incrementAndGet();
      return;
    }
    var copy = new byte[length];
    bytes.get(offset, copy);
    long waits = waitingBytes.addAndGet(length);
    waiting.add(new Packet(nanos, towardsGuest, ByteBuffer.wrap(copy)));
    if (waits > WAKING && dozing) {
      dozing = false;
      LockSupport.unpark(writer);
    }
  }

  private void write() {
    try {
      while (open || !waiting.isEmpty()) {
        writeOne();
      }
      if (kept > 0) {
        note();
      }
    } catch (IOException e) {
      open = false;
      trouble.accept(
          "Packets cannot be kept on disk (" + e.getMessage() + "). The guest's network goes on.");
    } catch (InterruptedException e) {
      open = false;
    }
  }

  /// Writes one file until it is full or the capture ends.
  private void writeOne() throws IOException, InterruptedException {
    var first = next(OutputStream.nullOutputStream());
    if (first == null) {
      return;
    }
    var file = folder.resolve("packets.pcap");
    if (Files.exists(file)) {
      Files.move(file, folder.resolve("packets.1.pcap"), StandardCopyOption.REPLACE_EXISTING);
    }
    note();
    var run = clock.get();
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), AT_ONCE)) {
      out.write(PcapHead.ours(kept));
      long length = 0;
      for (var packet = first; packet != null; packet = next(out)) {
        length += write(out, packet, run);
        if (length >= mostBytes) {
          return;
        }
      }
    }
  }

  private long write(OutputStream out, Packet packet, RunClock run) throws IOException {
    int length = packet.bytes().capacity();
    var head = ByteBuffer.allocate(PcapHead.RECORD);
    long nanos = started(run) + packet.nanos() - run.startedNanos();
    PcapHead.record(head, nanos, packet.towardsGuest(), length);
    out.write(head.array());
    out.write(packet.bytes().array());
    kept++;
    return (long) PcapHead.RECORD + length;
  }

  private static long started(RunClock run) {
    var wall = run.startedWall();
    return wall.getEpochSecond() * NANOS + wall.getNano();
  }

  /// Says beside the files what is known by now, if it is news.
  private void note() throws IOException {
    long count = missed.get();
    if (count != notedMissed) {
      new CaptureNotes(started(clock.get()), count).write(folder);
      notedMissed = count;
    }
  }

  /// The next packet; the file is brought up to date before waiting for one.
  private @Nullable Packet next(OutputStream out) throws IOException, InterruptedException {
    var packet = waiting.poll();
    while (packet == null && open) {
      out.flush();
      if (kept > 0) {
        note();
      }
      doze();
      packet = waiting.poll();
    }
    if (packet != null) {
      quiet = 0;
      waitingBytes.addAndGet(-packet.bytes().capacity());
    }
    return packet;
  }

  private void doze() throws InterruptedException {
    quiet = Math.min(quiet + 1, PATIENCE);
    dozing = quiet == PATIENCE;
    LockSupport.parkNanos(this, dozing ? IDLE_NANOS : BUSY_NANOS);
    dozing = false;
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /// Writes what waits and ends the file.
  @Override
  public void close() {
    open = false;
    LockSupport.unpark(writer);
    try {
      writer.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
