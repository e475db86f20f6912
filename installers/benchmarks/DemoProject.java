// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import trilobite.model.build.BuildResult.Outcome;
import trilobite.model.job.JobContext;
import trilobite.model.port.Workbench;

/// The demo project in a folder of the bench's own, built, with a host port that nobody uses.
record DemoProject(Path folder, int port) {

  static DemoProject make(Workbench workbench) throws Exception {
    return make(workbench, "tidepool");
  }

  static DemoProject make(Workbench workbench, String name) throws Exception {
    var folder = Path.of(System.getenv("HOME"), name);
    workbench.projects().create(folder, "tidepool", "tidepool");
    int port = freePort();
    var file = folder.resolve("trilobite.toml");
    Files.writeString(file, Files.readString(file).replaceAll("\\d+:80", port + ":80"));
    var built = workbench.builds().build(folder, "default", _ -> {}, JobContext.unwatched());
    if (built.outcome() != Outcome.DONE) {
      throw new IOException("the demo project could not be built: " + built);
    }
    return new DemoProject(folder, port);
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
