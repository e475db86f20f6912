// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.shark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static trilobite.runner.Waiting.until;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.job.Job;
import trilobite.model.job.JobContext;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Packet;
import trilobite.model.packet.layer.Layer;
import trilobite.model.port.Captures.Reader;
import trilobite.model.run.RunId;
import trilobite.runner.job.ThreadJobs;
import trilobite.runner.process.UserProgram;

/// Programs that stand in for Wireshark and tshark, and the real tshark.
class SharkCapturesTest {

  @TempDir Path folder;

  private static Packet packet(long number, int seq, String data) {
    var head =
        "52540012345652550a00020208004500%04x00000000400600000a0002020a00020fc8220050%08x%08x5018ffff00000000"
            .formatted(40 + data.length(), seq, 7);
    var bytes = data.getBytes(StandardCharsets.ISO_8859_1);
    var frame =
        ByteBuffer.allocate(54 + bytes.length).put(HexFormat.of().parseHex(head)).put(bytes);
    return new Packet(number, number, number, Direction.TO_GUEST, frame.capacity(), frame.flip());
  }

  private SharkCaptures with(String path) {
    return new SharkCaptures(folder, Map.of("PATH", path));
  }

  /// A program of our own in the place of another.
  private String stand(String name, String script) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return folder + ":" + System.getenv("PATH");
  }

  @Test
  void whatIsNotInstalledIsToldWithTheWayToGetIt() {
    var captures = with("/nowhere");

    assertThat(captures.missing(Reader.WIRESHARK))
        .hasValue("Wireshark is not installed. Install it: apt install wireshark");
    assertThatThrownBy(() -> captures.wireshark(folder))
        .hasMessageContaining("apt install wireshark");
    assertThatThrownBy(() -> captures.deep(List.of(packet(1, 1, "x")), JobContext.unwatched()))
        .hasMessageContaining("apt install tshark");
  }

  @Test
  void wiresharkIsStartedOnTheSnapshotInTheRunsFolder() throws Exception {
    Files.createDirectories(folder.resolve("runs/12"));
    var captures = with(stand("wireshark", "echo \"$@\" > " + folder + "/said"));
    var file = captures.snapshot(new RunId(12));

    captures.wireshark(file);

    assertThat(file).isEqualTo(folder.resolve("runs/12/wireshark.pcapng"));
    until("it was started", () -> said().equals("-r " + file + "\n"));
    assertThatThrownBy(() -> captures.snapshot(new RunId(13))).hasMessageContaining("no folder");
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said"));
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  @Timeout(30)
  void aCancelledDecodeEndsTshark() throws Exception {
    var path =
        stand(
            "tshark",
            "echo $$ > "
                + folder
                + "/pid.new; mv "
                + folder
                + "/pid.new "
                + folder
                + "/pid; exec sleep 60");
    try (var jobs = new ThreadJobs()) {
      var job =
          jobs.start(
              new Job<>("decode", context -> with(path).deep(List.of(packet(1, 1, "x")), context)));
      until("it runs", () -> Files.exists(folder.resolve("pid")));
      job.cancel();
      assertThatThrownBy(() -> job.result().join()).isInstanceOf(CancellationException.class);
    }
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    until("it is gone", () -> ProcessHandle.of(pid).isEmpty());
  }

  @Test
  @Timeout(30)
  void whoSaysTooMuchOrNonsenseIsStopped() throws Exception {
    var packets = List.of(packet(1, 1, "x"));
    var endless = stand("tshark", "yes '<?xml'");
    assertThatThrownBy(() -> with(endless).deep(packets, JobContext.unwatched()))
        .hasMessage("tshark said too much about this packet and was stopped.");
    var broken = stand("tshark", "echo cannot do it; exit 2");
    assertThatThrownBy(() -> with(broken).deep(packets, JobContext.unwatched()))
        .hasMessageEndingWith("(exit 2): cannot do it");
  }

  @Test
  @Timeout(60)
  void tsharkPutsARequestTogetherThatCameInTwoPackets() throws Exception {
    var env = System.getenv();
    Assumptions.assumeTrue(UserProgram.onPath("tshark", env), "tshark is not installed");
    var captures = new SharkCaptures(folder, env);
    var packets =
        List.of(packet(1, 1001, "GET / HTTP/1.1\r\nHost: x"), packet(2, 1024, "y\r\n\r\n"));

    var layers = captures.deep(packets, JobContext.unwatched());

    assertThat(layers)
        .extracting(Layer::name)
        .contains("Ethernet II", "Internet Protocol Version 4", "Reassembled")
        .endsWith("Hypertext Transfer Protocol");
    var ip = layers.get(2);
    assertThat(ip.offset()).isEqualTo(14);
    assertThat(ip.fields())
        .anySatisfy(
            field -> {
              assertThat(field.name()).isEqualTo("Destination Address");
              assertThat(field.value()).isEqualTo("10.0.2.15");
              assertThat(field.offset()).isEqualTo(30);
              assertThat(field.length()).isEqualTo(4);
            });
    assertThat(layers.getLast().fields()).extracting("value").contains("xy\\r\\n");
  }
}
