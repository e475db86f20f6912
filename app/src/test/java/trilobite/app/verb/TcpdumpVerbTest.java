// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.app.Terminal;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.packet.flow.PacketTable;
import trilobite.model.port.Workbench;
import trilobite.model.reading.Source;
import trilobite.runner.Runner;

class TcpdumpVerbTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final KeptPackets log =
      new KeptPackets()
          .add(true, 2, 100, 0, "")
          .add(false, 18, 500, 101, "")
          .add(true, 24, 101, 501, "GET /\u001b[2J HTTP/1.1\r\n\r\n")
          .add(false, 24, 501, 123, "HTTP/1.1 200 OK\r\n\r\nhigh water");

  private Env env() {
    return env(
        () -> {
          throw new AssertionError("nothing of the workbench is needed");
        });
  }

  private Env env(Supplier<Workbench> bench) {
    return new Env(
        bench,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        true,
        folder,
        folder,
        (workbench, project, target, run) -> 0);
  }

  private PacketSource source() {
    var source = new Source(Source.Kind.RELAY, "packets.pcap of tidepool #7");
    return new PacketSource("tidepool #7", source, log, new PacketTable(log), Optional.empty());
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aPacketIsALineAndTheLossesAreTold() throws Exception {
    new PacketAnswer(env(), source(), PacketFilter.ALL, false).newest(OptionalLong.empty());

    assertThat(text(out).lines())
        .containsExactly(
            "     1     0.001000 rx 10.0.2.2:51234 > 10.0.2.15:80 TCP 54"
                + " 51234 → 80 [SYN] Seq=0 Win=65535 Len=0",
            "     2     0.002000 tx 10.0.2.15:80 > 10.0.2.2:51234 TCP 54"
                + " 80 → 51234 [SYN ACK] Seq=0 Ack=1 Win=65535 Len=0",
            "     3     0.003000 rx 10.0.2.2:51234 > 10.0.2.15:80 HTTP 76 GET /\\e[2J HTTP/1.1",
            "     4     0.004000 tx 10.0.2.15:80 > 10.0.2.2:51234 HTTP 83 HTTP/1.1 200 OK, 1.0 ms"
                + " after its request");
    assertThat(text(err)).contains("4 packets kept, 3 missed by the disk").contains("0 pauses");
  }

  @Test
  void whoFollowsSeesAPacketOnceItsMarkHasCome() throws Exception {
    var filter = PacketFilter.parse("marked or http");
    var followed = new KeptPackets();
    var table = new PacketTable(followed);
    var of = new PacketSource("a guest", source().source(), followed, table, Optional.empty());
    var answer = new PacketAnswer(env(), of, filter, false);
    followed.add(true, 2, 100, 0, "").add(true, 24, 900, 1, "GET / HTTP/1.1\r\n\r\n");

    assertThat(answer.after(1, 9)).isEqualTo(1);
    followed.add(true, 2, 100, 0, "");
    // Sent again: so the first was dropped. What was printed once is not printed twice.
    assertThat(answer.after(3, 9)).isEqualTo(2);

    assertThat(text(out).lines()).hasSize(3).element(1).asString().contains(" 1 ", "[dropped]");
  }

  @Test
  void theNewestThatPassComeAsJsonWithTheirProvenance() throws Exception {
    var filter = PacketFilter.parse("tcp and tx");
    new PacketAnswer(env(), source(), filter, true).newest(OptionalLong.of(1));

    var json = new ObjectMapper().readTree(text(out));
    assertThat(json.get("table").asText()).isEqualTo("packets");
    assertThat(json.get("source").asText()).isEqualTo("packets.pcap of tidepool #7");
    assertThat(json.get("takenAt").asLong()).isEqualTo(4);
    assertThat(json.get("pauses").asInt()).isZero();
    assertThat(json.get("cut").asText()).isEqualTo("the newest of 2");
    assertThat(json.at("/rows/0/number").asInt()).isEqualTo(4);
    assertThat(json.at("/rows/0/flow").asInt()).isEqualTo(1);
    assertThat(json.get("rows")).hasSize(1);
  }

  @Test
  void whatBothEndsSaidIsPrinted() {
    assertThat(new StreamAnswer(env(), source(), false).print(1)).isZero();

    assertThat(text(out))
        .contains("--- 10.0.2.2:51234 > 10.0.2.15:80, packet 3")
        .contains("GET /\\e[2J HTTP/1.1\n")
        .contains("high water");
    assertThatThrownBy(() -> new StreamAnswer(env(), source(), false).print(9))
        .hasMessage("there is no flow 9; see --flows")
        .asInstanceOf(InstanceOfAssertFactories.type(VerbException.class))
        .returns(Exit.NO, VerbException::code);
  }

  @Test
  void packetsThatPassAreWrittenAsPcapng() throws Exception {
    try (var export =
        new PacketExport(env(), source(), PacketFilter.parse("http"), "some.pcapng")) {
      export.after(1, 0, Long.MAX_VALUE);
      assertThat(export.written()).isEqualTo(2);
    }
    var bytes = Files.readAllBytes(folder.resolve("some.pcapng"));
    assertThat(bytes).startsWith(0x0a, 0x0d, 0x0d, 0x0a);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .contains("packets of tidepool #7 that pass: http")
        .contains("high water");
  }

  @Test
  void aFileThatIsNotThereIsAbsentAndOneThatIsNoCaptureIsANo() throws Exception {
    var terminal = Terminal.at(folder, Files.createDirectory(folder.resolve("run")));
    Files.writeString(folder.resolve("notes.txt"), "no packets\n");
    try (var runner = Runner.open(terminal.env())) {
      var env = env(() -> runner);
      assertThat(Verbs.execute(env, "tcpdump", "-r", "none.pcap")).isEqualTo(Exit.ABSENT);
      assertThat(Verbs.execute(env, "tcpdump", "-r", "notes.txt")).isEqualTo(Exit.NO);
      assertThat(Verbs.execute(env, "tcpdump", "-r", "run")).isEqualTo(Exit.NO);
    }
    assertThat(text(err).lines())
        .satisfiesExactly(
            missing -> assertThat(missing).endsWith("there is no such file or folder."),
            notes -> assertThat(notes).endsWith("notes.txt cannot be read: it is no pcap file."),
            place -> assertThat(place).endsWith("run cannot be read: it is no regular file."));
  }

  @Test
  void aBadFilterIsAUsageErrorWithItsPlace() {
    assertThat(Verbs.execute(env(), "tcpdump", "tcp", "prot", "80")).isEqualTo(Exit.USAGE);

    assertThat(text(err)).contains("Column 5: 'prot' is no word").contains("did you mean 'port'?");
  }
}
