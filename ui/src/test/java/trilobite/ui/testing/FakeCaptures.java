// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import trilobite.model.job.JobContext;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.layer.Layer;
import trilobite.model.port.Captures;
import trilobite.model.run.RunId;

/// Programs that are there or not, as a test wants them; remembers what they were asked.
public final class FakeCaptures implements Captures {

  private final Set<Reader> installed = EnumSet.noneOf(Reader.class);
  private final List<Path> shown = new CopyOnWriteArrayList<>();
  private final List<List<Packet>> decoded = new CopyOnWriteArrayList<>();
  private volatile Path folder = Path.of("/nowhere");
  private volatile List<Layer> layers = List.of();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /// The next answer waits until its job is cancelled.
  public void answerNothing() {
    gate = new CountDownLatch(1);
  }

  public void install(Reader reader) {
    installed.add(reader);
  }

  public void folder(Path next) {
    folder = next;
  }

  /// What the next packets are said to be.
  public void layers(List<Layer> next) {
    layers = next;
  }

  /// Files that were opened in Wireshark.
  public List<Path> shown() {
    return shown;
  }

  public List<List<Packet>> decoded() {
    return decoded;
  }

  @Override
  public PacketLog open(Path file) throws IOException {
    throw new IOException("no file is opened in the window");
  }

  @Override
  public Optional<String> missing(Reader reader) {
    return installed.contains(reader)
        ? Optional.empty()
        : Optional.of(reader.words() + " is not installed. Install it: apt install it");
  }

  @Override
  public Path snapshot(RunId run) {
    return folder.resolve("wireshark.pcapng");
  }

  @Override
  public void wireshark(Path file) {
    shown.add(file);
  }

  @Override
  public List<Layer> deep(List<Packet> packets, JobContext context) {
    decoded.add(packets);
    context.onCancel(gate::countDown);
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (context.cancelled()) {
      throw new IllegalStateException("cancelled");
    }
    return layers;
  }
}
