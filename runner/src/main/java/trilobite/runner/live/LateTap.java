// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.reading.Source;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.qmp.QmpException;
import trilobite.runner.relay.PacketFile;
import trilobite.runner.relay.RelayCounters;

/// `filter-dump` objects in a QEMU that was started without them, until this is closed. To close it
/// takes them out again: the QEMU has then the objects that it had before.
///
/// Objects: `object-add` and `object-del` of `qapi/qom.json` of QEMU 7.2. What a Trilobite that was
/// killed has left is taken out by the next start (see [TapNote]), and here before others are set.
public final class LateTap implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LateTap.class);
  static final String ID = "trilobite-attached";

  /// Who counts the frames.
  public static final Source SOURCE = TapWire.SOURCE;

  private final Qmp qmp;
  private final TapNote note;
  private final List<String> objects;
  private final TapWire wire;

  private LateTap(Qmp qmp, TapNote note, List<String> objects, TapWire wire) {
    this.qmp = qmp;
    this.note = note;
    this.objects = objects;
    this.wire = wire;
  }

  /// Sets a tap on each network that QEMU sees into.
  ///
  /// @param socket QEMU's, by which somebody else may take it out
  /// @param folder of the run, into which QEMU writes, too
  /// @param packets takes the frames, and is closed with this
  /// @throws IOException where there is no such network or QEMU may not; says why, and nothing is
  ///   left in QEMU
  public static LateTap set(Qmp qmp, Path socket, Path folder, PacketFile packets)
      throws IOException {
    try {
      clear(qmp, ID);
      var text = qmp.human("info network");
      var backs = Taps.backs(text);
      if (backs.isEmpty()) {
        throw new IOException(
            "No packets can be had: QEMU has no network that it sees into (vhost passes it by).");
      }
      var files = new ArrayList<Path>();
      var refused = new ArrayList<String>();
      Consumer<String> trouble = refused::add;
      var note = new TapNote(folder);
      note.write(socket);
      var objects = Taps.add(qmp, folder, backs, note.objects(), files, trouble);
      if (objects.isEmpty()) {
        note.remove();
        throw new IOException(String.join(" ", refused));
      }
      return new LateTap(qmp, note, objects, new TapWire(files, Taps.cards(text), packets));
    } catch (IOException e) {
      packets.close();
      throw e;
    }
  }

  /// Takes out the objects whose names begin so.
  static void clear(Qmp qmp, String begin) throws IOException {
    for (JsonNode each : qmp.execute("qom-list", Map.of("path", "/objects"))) {
      var name = each.path("name").asText();
      if (name.startsWith(begin)) {
        qmp.execute("object-del", Map.of("id", name));
      }
    }
  }

  public RelayCounters counters() {
    return wire.counters();
  }

  /// Takes everything out of QEMU, where that still runs, and keeps what was seen.
  @Override
  public void close() {
    boolean stays = false;
    for (var object : objects) {
      try {
        qmp.execute("object-del", Map.of("id", object));
      } catch (QmpException e) {
        stays = true;
        LOG.warn("{} stays in QEMU: {}", object, e.getMessage());
      } catch (IOException e) {
        LOG.debug("QEMU is gone, and {} with it", object);
      }
    }
    wire.close();
    if (!stays) {
      forget();
    }
  }

  private void forget() {
    try {
      note.remove();
    } catch (IOException e) {
      LOG.warn("the next start will look for a tap in vain: {}", e.getMessage());
    }
  }
}
