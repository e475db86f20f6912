// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import trilobite.model.console.ConsoleLog;
import trilobite.model.job.Subscription;

/// A console in memory.
public final class FakeConsole implements ConsoleLog {

  private byte[] bytes = {};
  private final TreeMap<Long, Double> times = new TreeMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean live = true;
  private volatile String broken = "";

  /// Adds output that arrived at `t`, ms on the run's clock.
  public synchronized FakeConsole print(double t, String text) {
    return print(t, text.getBytes(StandardCharsets.UTF_8));
  }

  public synchronized FakeConsole print(double t, byte[] more) {
    times.put((long) bytes.length, t);
    int before = bytes.length;
    bytes = Arrays.copyOf(bytes, before + more.length);
    System.arraycopy(more, 0, bytes, before, more.length);
    listeners.forEach(Runnable::run);
    return this;
  }

  public FakeConsole end() {
    live = false;
    listeners.forEach(Runnable::run);
    return this;
  }

  @Override
  public Optional<Subscription> whenMore(Runnable arrived) {
    listeners.add(arrived);
    return Optional.of(() -> listeners.remove(arrived));
  }

  /// Cannot be read from now on, for this reason; readable again with an empty one.
  public FakeConsole unreadable(String why) {
    broken = why;
    return this;
  }

  private void check() {
    if (!broken.isEmpty()) {
      throw new UncheckedIOException(broken, new IOException(broken));
    }
  }

  @Override
  public synchronized long length() {
    check();
    return bytes.length;
  }

  @Override
  public synchronized int read(long offset, byte[] into) {
    check();
    int count = (int) Math.clamp(bytes.length - offset, 0L, into.length);
    System.arraycopy(bytes, (int) Math.min(offset, bytes.length), into, 0, count);
    return count;
  }

  @Override
  public synchronized OptionalDouble timeAt(long offset) {
    var entry = times.floorEntry(offset);
    return entry == null || offset >= bytes.length
        ? OptionalDouble.empty()
        : OptionalDouble.of(entry.getValue());
  }

  @Override
  public synchronized long offsetAt(double t) {
    return times.entrySet().stream()
        .filter(entry -> entry.getValue() >= t)
        .mapToLong(java.util.Map.Entry::getKey)
        .findFirst()
        .orElse(bytes.length);
  }

  @Override
  public boolean live() {
    return live;
  }
}
