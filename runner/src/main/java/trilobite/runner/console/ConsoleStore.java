// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import trilobite.model.console.ConsoleLog;
import trilobite.model.job.Subscription;

/// The console of a run that this process owns: each read goes to disk at once. While the disk
/// takes nothing, bytes wait in a bounded backlog and the guest goes on.
public final class ConsoleStore implements ConsoleLog, AutoCloseable {

  /// Finer times than this would make the index as long as the console.
  private static final double GRAIN_MILLIS = 1;

  private final ByteSink sink;
  private final FileChannel times;
  private final RecordedConsole recorded;
  private final Backlog backlog;

  /// Few: the views that show it.
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private volatile boolean live = true;
  private volatile long length;
  private double lastTime = Double.NEGATIVE_INFINITY;
  private long timesLength;

  /// @param trouble told in words, once per trouble, when bytes cannot be kept on disk
  ConsoleStore(Path runFolder, ByteSink sink, Consumer<String> trouble) throws IOException {
    this.sink = sink;
    this.backlog = new Backlog(sink, trouble);
    this.times = open(ConsoleFolder.in(runFolder).times());
    this.recorded = new RecordedConsole(runFolder, () -> live);
  }

  /// Starts an empty console in a run's folder.
  public static ConsoleStore create(Path runFolder, Consumer<String> trouble) throws IOException {
    var file = open(ConsoleFolder.in(runFolder).bytes());
    return new ConsoleStore(runFolder, ByteSink.of(file), trouble);
  }

  /// Starts the console of a guest whose QEMU writes the bytes into that file itself: what is
  /// appended here is only counted and timed.
  public static ConsoleStore beside(Path runFolder, Consumer<String> trouble) throws IOException {
    return new ConsoleStore(runFolder, ByteSink.NONE, trouble);
  }

  /// Where QEMU has to write it for that.
  public static Path file(Path runFolder) {
    return ConsoleFolder.in(runFolder).bytes();
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /// Keeps what one read brought. One thread only; never throws, because the guest must go on.
  void append(ByteBuffer bytes, double t) {
    index(t);
    backlog.take(bytes);
    length = backlog.end();
    listeners.forEach(Runnable::run);
  }

  private void index(double t) {
    if (t - lastTime < GRAIN_MILLIS) {
      return;
    }
    lastTime = t;
    try {
      times.write(TimesIndex.entry(length, t), timesLength);
      timesLength += TimesIndex.ENTRY;
    } catch (IOException e) {
      // The bytes matter more; their trouble is told by the backlog.
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read(long offset, byte[] into) {
    int waiting = backlog.read(offset, into);
    return waiting > 0 ? waiting : recorded.read(offset, into);
  }

  @Override
  public OptionalDouble timeAt(long offset) {
    return recorded.timeAt(offset);
  }

  @Override
  public long offsetAt(double t) {
    return Math.min(recorded.offsetAt(t), length);
  }

  @Override
  public boolean live() {
    return live;
  }

  @Override
  public Optional<Subscription> whenMore(Runnable arrived) {
    listeners.add(arrived);
    return Optional.of(() -> listeners.remove(arrived));
  }

  /// Ends it; reading goes on.
  @Override
  public void close() {
    live = false;
    backlog.flush();
    listeners.forEach(Runnable::run);
    try {
      sink.close();
      times.close();
    } catch (IOException e) {
      // Everything was handed to the kernel before.
    }
  }
}
