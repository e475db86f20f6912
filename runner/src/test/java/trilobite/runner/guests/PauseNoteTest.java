// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A guest that a killed process has left paused, in a QEMU that a test plays. That a real one goes
/// on is in AttachTest.
class PauseNoteTest {

  private static final long SELF = ProcessHandle.current().pid();

  @TempDir private Path home;
  private Path socket;
  private PauseNote note;

  @BeforeEach
  void pause() throws IOException {
    socket = home.resolve("q");
    note = new PauseNote(Files.createDirectory(home.resolve("7")));
    note.write(SELF, new PauseNote.Way("", socket.toString()));
  }

  /// A monitor whose guest has this status; lists the commands it heard.
  private List<String> settle(String status, String became) throws Exception {
    var heard = new ArrayList<String>();
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      var qemu = Thread.ofVirtual().start(() -> play(server, status, heard));
      assertThat(note.settle().orElseThrow()).contains(became);
      qemu.join();
    }
    return heard;
  }

  private static void play(ServerSocketChannel server, String status, List<String> heard) {
    try (var client = server.accept();
        var out = Channels.newWriter(client, StandardCharsets.UTF_8);
        var in = new Scanner(Channels.newInputStream(client), StandardCharsets.UTF_8)) {
      out.write("{\"QMP\": {\"version\": {}, \"capabilities\": []}}\n");
      out.flush();
      while (in.hasNextLine()) {
        var command = in.nextLine().replaceAll(".*\"execute\":\\s*\"([^\"]*).*", "$1");
        heard.add(command);
        out.write(
            "{\"return\": {\"status\": \"%s\"}, \"id\": %d}\n".formatted(status, heard.size()));
        out.flush();
      }
    } catch (IOException e) {
      // It hung up.
    }
  }

  @Test
  void itGoesOnAndIsForgotten() throws Exception {
    assertThat(settle("paused", "had paused, was resumed"))
        .containsExactly("qmp_capabilities", "query-status", "cont");
    assertThat(note.settle()).isEmpty();
  }

  @Test
  void oneThatRunsOrDiedMeanwhileIsLeftAlone() throws Exception {
    assertThat(settle("guest-panicked", "is not paused any more (guest-panicked)"))
        .doesNotContain("cont");
    assertThat(note.settle()).isEmpty();
  }

  @Test
  void anotherQemuBehindTheSameSocketIsNotAsked() throws IOException {
    var file = note.folder().resolve("paused");
    Files.writeString(file, SELF + "\n1\n\n" + socket);
    assertThat(note.settle().orElseThrow()).contains("has ended since");
    assertThat(file).doesNotExist();
  }

  @Test
  void whoCannotBeAskedIsAskedByTheNextStart() throws IOException {
    for (int start = 0; start < 2; start++) {
      assertThat(note.settle().orElseThrow())
          .contains("stays so for now", "tries again", "QMP's cont on " + socket);
    }
  }

  @Test
  void whereNobodyCouldBeAskedNothingWasPaused() throws IOException {
    note.write(ProcessHandle.current().pid(), new PauseNote.Way("", ""));
    assertThat(note.settle().orElseThrow()).contains("could not have paused");
    assertThat(note.settle()).isEmpty();
  }

  @Test
  void aDamagedNoteIsToldAndKept() throws IOException {
    var file = note.folder().resolve("paused");
    Files.writeString(file, "half");
    assertThatThrownBy(note::settle)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
    assertThat(file).exists();
  }
}
