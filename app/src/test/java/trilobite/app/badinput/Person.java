// SPDX-License-Identifier: Apache-2.0
package trilobite.app.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import trilobite.app.verb.Env;
import trilobite.app.verb.Verbs;
import trilobite.runner.Runner;

/// A person at a terminal, with a home of their own, who says verbs and reads what comes back.
final class Person implements AutoCloseable {

  /// What a verb said, and its exit code.
  record Said(int code, String out, String err) {

    /// Refused with this code, in words of which these are some; never with a stack trace.
    void refuses(int exit, String... words) {
      assertThat(err).contains(words).doesNotContain("Exception").doesNotContain("\tat ");
      assertThat(code).as(out + err).isEqualTo(exit);
    }

    Said fine() {
      assertThat(code).as(out + err).isZero();
      return this;
    }
  }

  private final Path home;
  private final Path runtime;
  private final Map<String, String> env = new HashMap<>();
  private boolean terminal;

  Person(Path home) throws IOException {
    this.home = home;
    this.runtime = Files.createTempDirectory(Path.of("/dev/shm"), "tri-");
    env.put("PATH", System.getenv("PATH"));
    env.put("HOME", home.toString());
    env.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    env.put("XDG_STATE_HOME", home.resolve("state").toString());
    env.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    env.put("XDG_DATA_HOME", home.resolve("data").toString());
    env.put("XDG_RUNTIME_DIR", runtime.toString());
  }

  Path home() {
    return home;
  }

  /// The name of this person's guests, so that nobody else's are meant.
  String guest() {
    return runtime.getFileName().toString();
  }

  /// Where runs lie while they last.
  Path runs() {
    return runtime.resolve("trilobite");
  }

  Person with(String variable, Object value) {
    env.put(variable, value.toString());
    return this;
  }

  /// Reads what verbs say on a terminal, not in a file.
  Person onATerminal() {
    terminal = true;
    return this;
  }

  /// Finds only these programs, and such as are in the folder given.
  Person onlyPrograms(Path folder, String... names) throws IOException {
    Files.createDirectories(folder);
    for (var name : names) {
      for (var place : System.getenv("PATH").split(":", -1)) {
        var file = Path.of(place, name);
        if (Files.isExecutable(file) && !Files.exists(folder.resolve(name))) {
          Files.createSymbolicLink(folder.resolve(name), file);
        }
      }
    }
    return with("PATH", folder);
  }

  /// A program in a folder that goes before all others.
  Person program(Path folder, String name, String script) throws IOException {
    Files.createDirectories(folder);
    var file = Files.writeString(folder.resolve(name), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return with("PATH", folder + ":" + env.get("PATH"));
  }

  /// Something that says it is QEMU of a version, for what never gets as far as starting it.
  Person qemuOfVersion(String version) throws IOException {
    return program(
        home.resolve("stand-in"),
        "qemu-system-x86_64",
        "#!/bin/sh\ncase \"$1\" in\n--version) echo 'QEMU emulator version "
            + version
            + "';;\n"
            + "-machine) printf 'Supported machines are:\\n"
            + "q35 x\\n"
            + "pc x\\n"
            + "microvm x\\n"
            + "';;\n"
            + "esac\n");
  }

  /// A workbench of this person, as each window and each verb has one.
  Runner workbench() throws IOException {
    return Runner.open(env);
  }

  /// Says a verb here, in this process.
  Said says(Object... words) throws IOException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    try (var workbench = workbench()) {
      var here =
          new Env(
              () -> workbench,
              new PrintStream(out, true, UTF_8),
              new PrintStream(err, true, UTF_8),
              terminal,
              home,
              home.resolve("data/tidepool"),
              (bench, project, target, run) -> 0);
      int code = Verbs.execute(here, strings(words).toArray(String[]::new));
      return new Said(code, out.toString(UTF_8), err.toString(UTF_8));
    }
  }

  /// Says a verb in a process of its own, started through another command: as somebody with fewer
  /// rights, or with another view of the file system.
  Said saysThrough(List<String> command, Object... words) throws Exception {
    var process = start(command, words);
    var err = new ByteArrayOutputStream();
    var drain = Thread.ofVirtual().start(() -> copy(process, err));
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    drain.join();
    return new Said(process.exitValue(), out, err.toString(UTF_8));
  }

  Process start(List<String> command, Object... words) throws IOException {
    var all = new ArrayList<>(command);
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xlog:disable", "-Xlog:all=error:stderr"));
    all.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8"));
    all.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    all.addAll(List.of("-cp", System.getProperty("java.class.path"), "trilobite.app.Main"));
    all.addAll(strings(words));
    var builder = new ProcessBuilder(all).directory(home.toFile());
    builder.environment().clear();
    builder.environment().putAll(env);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  /// The first line of a verb that goes on in which this stands.
  static String awaitEvent(BufferedReader events, String what) throws IOException {
    for (var line = events.readLine(); line != null; line = events.readLine()) {
      if (line.contains(what)) {
        return line;
      }
    }
    throw new AssertionError("the verb ended without " + what);
  }

  private static void copy(Process process, ByteArrayOutputStream into) {
    try (var err = process.getErrorStream()) {
      err.transferTo(into);
    } catch (IOException e) {
      into.writeBytes(e.toString().getBytes(UTF_8));
    }
  }

  private static List<String> strings(Object... words) {
    return List.of(words).stream().map(Object::toString).toList();
  }

  /// A project folder with that project file and nothing else.
  Path project(String name, String toml) throws IOException {
    var folder = Files.createDirectories(home.resolve(name));
    Files.writeString(folder.resolve("trilobite.toml"), toml);
    return folder;
  }

  /// The demo project, made here and therefore trusted, with any free port; built on demand.
  Path demo(String name, boolean built) throws IOException {
    var folder = home.resolve(name);
    says("new", folder, "--template", "tidepool", "--name", guest()).fine();
    // 8080, or the next port that nobody on this machine holds.
    var file = folder.resolve("trilobite.toml");
    Files.writeString(file, Files.readString(file).replaceFirst("\\d+:80\\b", "0:80"));
    if (built) {
      says("build", folder).fine();
    }
    return folder;
  }

  static void change(Path folder, String from, String to) throws IOException {
    var file = folder.resolve("trilobite.toml");
    var text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @Override
  public void close() throws IOException {
    try (var tree = Files.walk(runtime)) {
      for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
