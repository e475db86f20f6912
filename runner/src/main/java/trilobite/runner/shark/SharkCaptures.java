// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.shark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.job.JobContext;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.layer.Layer;
import trilobite.model.port.Captures;
import trilobite.model.run.RunId;
import trilobite.runner.capture.OpenedCapture;
import trilobite.runner.place.RunFolders;
import trilobite.runner.process.UserProgram;

/// [Captures] by the programs that the search path has.
public final class SharkCaptures implements Captures {

  private static final String SNAPSHOT = "wireshark.pcapng";

  private final RunFolders folders;
  private final Map<String, String> env;
  private final Tshark tshark;

  /// @param state Trilobite's folder of durable state
  /// @param env this user's environment
  public SharkCaptures(Path state, Map<String, String> env) {
    this.folders = new RunFolders(state);
    this.env = Map.copyOf(env);
    this.tshark = new Tshark(env.getOrDefault("PATH", "/usr/bin:/bin"));
  }

  @Override
  public PacketLog open(Path file) throws IOException {
    return OpenedCapture.open(file);
  }

  @Override
  public Optional<String> missing(Reader reader) {
    return UserProgram.onPath(reader.program(), env)
        ? Optional.empty()
        : Optional.of(
            "%s is not installed. Install it: apt install %s"
                .formatted(reader.words(), reader.program()));
  }

  @Override
  public Path snapshot(RunId run) throws IOException {
    var folder = folders.folder(run);
    if (!Files.isDirectory(folder)) {
      throw new IOException("run " + run + " has no folder any more");
    }
    return folder.resolve(SNAPSHOT);
  }

  @Override
  public void wireshark(Path file) throws IOException {
    require(Reader.WIRESHARK);
    var program = UserProgram.find(Reader.WIRESHARK.program(), env).orElseThrow();
    UserProgram.start(List.of(program.toString(), "-r", file.toAbsolutePath().toString()));
  }

  @Override
  public List<Layer> deep(List<Packet> packets, JobContext context)
      throws IOException, InterruptedException {
    require(Reader.TSHARK);
    return tshark.layers(packets, context);
  }

  private void require(Reader reader) throws IOException {
    var missing = missing(reader);
    if (missing.isPresent()) {
      throw new IOException(missing.get());
    }
  }
}
