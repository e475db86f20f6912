// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import trilobite.model.port.Workbench;
import trilobite.model.run.RunRecord;

/// The program with one guest, with its window or without, in a process of its own.
final class Watched implements AutoCloseable {

  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final Process program;

  private Watched(Process program) {
    this.program = program;
  }

  /// Returns once the guest answers.
  ///
  /// @param java the words that start Java, class path last
  static Watched start(List<String> java, DemoProject project, String... options) throws Exception {
    var program = program(java, "trilobite.app.Main", project, options);
    return awaited(program.inheritIO().redirectOutput(ProcessBuilder.Redirect.DISCARD), project);
  }

  /// As [#start] with a main class of ours around the program's, which is told by its standard
  /// input and answers by its standard output.
  static Watched commanded(List<String> java, String main, DemoProject project) throws Exception {
    return awaited(
        program(java, main, project).redirectError(ProcessBuilder.Redirect.INHERIT), project);
  }

  private static ProcessBuilder program(
      List<String> java, String main, DemoProject project, String... options) {
    var words = new ArrayList<>(java);
    words.addAll(List.of(main, "run", project.folder().toString(), "--target", "default"));
    words.addAll(List.of(options));
    return new ProcessBuilder(words);
  }

  private static Watched awaited(ProcessBuilder program, DemoProject project) throws Exception {
    var watched = new Watched(program.start());
    try {
      answers(project.port());
      return watched;
    } catch (Exception e) {
      watched.close();
      throw e;
    }
  }

  /// Waits until somebody answers on a port of this host.
  static void answers(int port) throws Exception {
    long late = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < late) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(2_000);
        socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes());
        if (socket.getInputStream().read() >= 0) {
          return;
        }
      } catch (IOException e) {
        // Not yet.
      }
      Thread.sleep(100);
    }
    throw new IOException("nobody answers on port " + port);
  }

  /// The record of a project's newest run.
  static RunRecord record(Workbench workbench, DemoProject project) throws IOException {
    return workbench.history().runs(10).stream()
        .filter(run -> run.projectFolder().equals(project.folder()))
        .findFirst()
        .orElseThrow(() -> new IOException("no run of " + project.folder()));
  }

  Process process() {
    return program;
  }

  long pid() {
    return program.pid();
  }

  /// Its guest's QEMU.
  long qemu() throws IOException {
    return program
        .descendants()
        .filter(child -> child.info().command().filter(c -> c.contains("qemu-system")).isPresent())
        .findFirst()
        .orElseThrow(() -> new IOException("the window has no guest"))
        .pid();
  }

  /// What became of its guest, in words.
  String guest() {
    try {
      return "its QEMU " + qemu() + " too";
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  /// Stops the whole program, or lets it go on.
  void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO().start().waitFor();
  }

  @Override
  public void close() throws Exception {
    signal("CONT");
    program.destroy();
    if (!program.waitFor(10, TimeUnit.SECONDS)) {
      program.destroyForcibly();
    }
  }
}
