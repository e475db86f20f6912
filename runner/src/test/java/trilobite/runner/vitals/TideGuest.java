// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import trilobite.model.command.LaunchPlan;
import trilobite.model.command.QemuCommand;
import trilobite.model.console.LinePattern;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LiveGuest;
import trilobite.model.project.Drive;
import trilobite.model.project.Network;
import trilobite.model.project.Project;
import trilobite.model.project.Target;
import trilobite.model.run.Accelerator;
import trilobite.model.run.ForwardBinding;
import trilobite.model.time.HostClock;
import trilobite.runner.Waiting;
import trilobite.runner.console.ConsoleWatch;
import trilobite.runner.live.LaunchSpec;
import trilobite.runner.live.Launcher;
import trilobite.runner.live.ObserverFactory;
import trilobite.runner.live.Session;
import trilobite.runner.place.PrivateFolder;
import trilobite.runner.place.RunFolders;
import trilobite.runner.place.RuntimeFolders;

/// Boots the demo guest for tests and asks it for its own truth.
final class TideGuest implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path runtime;
  private final int port;
  final LiveGuest guest;
  final Session session;

  /// @param state folder that gets the run
  TideGuest(Path state, String machine, String memory, ObserverFactory observers)
      throws IOException, LaunchException, InterruptedException {
    this(state, machine, memory, observers, List.of());
  }

  /// With drives, whose files are named from the project's folder.
  TideGuest(
      Path state, String machine, String memory, ObserverFactory observers, List<Drive> drives)
      throws IOException, LaunchException, InterruptedException {
    runtime = PrivateFolder.require(Files.createTempDirectory(Path.of("/dev/shm"), "tri-eyes-"));
    var folder = Files.createDirectories(state.resolve("project"));
    try (InputStream image =
        TideGuest.class.getClassLoader().getResourceAsStream("guest/prebuilt/tidepool.elf")) {
      Files.copy(Objects.requireNonNull(image, "the demo guest"), folder.resolve("tidepool.elf"));
    }
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var seen = new Session[1];
    guest =
        new Launcher(
                session -> {
                  seen[0] = session;
                  return observers.observe(session);
                })
            .launch(spec(state, folder, target(machine, memory, drives)), JobContext.unwatched());
    session = seen[0];
    await("ready", () -> guest.status().ready().isPresent());
  }

  private LaunchSpec spec(Path state, Path folder, Target target) throws IOException {
    var runs = new RunFolders(state);
    var id = runs.next();
    var accelerator = new Accelerator("tcg", "tests choose it");
    var forwards = List.of(new ForwardBinding("tcp", "127.0.0.1", port, 80));
    var own = PrivateFolder.require(runtime.resolve(Long.toString(id.number())));
    var plan =
        new LaunchPlan("qemu-system-x86_64", "tide", folder, own, accelerator, forwards, true);
    return new LaunchSpec(
        id,
        HostClock.wall(),
        new Project(
            "tide",
            "tide",
            List.of(),
            Map.of(),
            new LinkedHashMap<>(Map.of("default", target)),
            List.of(),
            "auto",
            List.of()),
        "# as run\n",
        target,
        folder,
        runs.folder(id),
        own,
        QemuCommand.of(target, plan),
        accelerator,
        forwards,
        target.memorySize().orElseThrow().bytes(),
        Optional.empty(),
        new ConsoleWatch.Patterns(
            Optional.of(LinePattern.text("listening on", true)),
            () -> List.of(LinePattern.text("] panic: ", true))));
  }

  private static Target target(String machine, String memory, List<Drive> drives) {
    return new Target(
        "default",
        "x86_64",
        machine,
        "tcg",
        "max",
        memory,
        1,
        Optional.of("tidepool.elf"),
        Optional.empty(),
        "--port 80 --workers 4",
        Optional.empty(),
        List.of(),
        List.of(),
        drives,
        new Network("user", List.of(), List.of(), false));
  }

  URI web() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /// What the guest says of itself.
  JsonNode truth(String what) throws IOException {
    return JSON.readTree(ask("GET", "/truth/" + what));
  }

  /// Makes the guest do something.
  void perform(String words) throws IOException {
    ask("POST", "/do/" + words);
  }

  /// Asks the guest to do something that it may refuse.
  void attempt(String words) throws IOException {
    var connection = open("POST", "/do/" + words);
    try (var in =
        connection.getResponseCode() < 400
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      in.readAllBytes();
    }
  }

  private String ask(String method, String path) throws IOException {
    var connection = open(method, path);
    try (var in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpURLConnection open(String method, String path) throws IOException {
    var connection = (HttpURLConnection) web().resolve(path).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setReadTimeout(60_000);
    return connection;
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    Waiting.until(what, condition);
  }

  @Override
  public void close() throws IOException {
    guest.stop();
    RuntimeFolders.remove(runtime);
  }
}
