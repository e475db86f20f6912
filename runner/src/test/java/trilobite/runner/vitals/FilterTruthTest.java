// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.vitals.TideGuest.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.packet.flow.PacketTable;
import trilobite.model.packet.header.Headers;
import trilobite.model.reach.Probe;
import trilobite.runner.capture.OpenedCapture;
import trilobite.runner.capture.RecordedPackets;
import trilobite.runner.live.BlindObserver;
import trilobite.runner.process.Answer;
import trilobite.runner.process.UserProgram;

/// Our filters beside tshark's, over what a real guest sent and got.
@Tag("qemu")
class FilterTruthTest {

  /// Ours, and what means the same to tshark.
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("arp", "arp"),
          List.of("icmp", "icmp"),
          List.of("ip", "ip"),
          List.of("not tcp", "!tcp"),
          List.of("tcp port 80", "tcp.port == 80"),
          List.of("tcp src port 80", "tcp.srcport == 80"),
          List.of("dst port 80 or 81", "tcp.dstport == 80 || tcp.dstport == 81"),
          List.of("portrange 79-81", "tcp.port >= 79 && tcp.port <= 81"),
          List.of(
              "host 10.0.2.2",
              "ip.addr == 10.0.2.2 || arp.src.proto_ipv4 == 10.0.2.2 ||"
                  + " arp.dst.proto_ipv4 == 10.0.2.2"),
          List.of("ip and src host 10.0.2.15", "ip.src == 10.0.2.15"),
          List.of("ip and dst net 10.0.2.0/28", "ip.dst == 10.0.2.0/28"),
          List.of("ether src 52:54:00:12:34:56", "eth.src == 52:54:00:12:34:56"),
          List.of("broadcast", "eth.dst == ff:ff:ff:ff:ff:ff"),
          List.of("syn", "tcp.flags.syn == 1"),
          List.of("rst and not ack", "tcp.flags.reset == 1 && tcp.flags.ack == 0"),
          List.of(
              "tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn",
              "tcp.flags.syn == 1 && tcp.flags.ack == 0"),
          List.of("icmp[0] == 8", "icmp.type == 8"),
          List.of("ip[8] == 64", "ip.ttl == 64"),
          List.of("tcp[13] & 8 != 0", "tcp.flags.push == 1"),
          List.of("len > 100", "frame.len > 100"),
          List.of("greater 200", "frame.len >= 200"),
          List.of("less 60", "frame.len <= 60"),
          List.of("(icmp or arp) and len < 100", "(icmp || arp) && frame.len < 100"),
          List.of("tcp and ip[2:2] > 100", "tcp && ip.len > 100"));

  @TempDir private Path state;

  @Test
  @Timeout(120)
  void eachFilterPassesWhatTsharksDoes() throws Exception {
    Assumptions.assumeTrue(UserProgram.onPath("tshark", System.getenv()), "tshark is missing");
    try (var tide = new TideGuest(state, "q35", "64M", session -> new BlindObserver())) {
      tide.guest.reach().ask(new Probe.Arp());
      for (int i = 0; i < 5; i++) {
        tide.guest.reach().ask(new Probe.Echo(i));
        tide.truth("threads");
      }
      tide.guest.reach().ask(new Probe.Connect(80));
      tide.guest.reach().ask(new Probe.Connect(81));
      var packets = tide.guest.packets();
      await("the last reset", () -> ours(packets, "tcp port 81 and rst").size() >= 1);
      tide.guest.stop();
      await("ended", () -> tide.guest.ended().isDone());
    }
    var file = state.resolve("runs/1/packets.pcap");
    var kept = new RecordedPackets(file.getParent(), () -> false);
    var opened = OpenedCapture.open(file);
    assertThat(opened.span().count()).isEqualTo(kept.span().count()).isGreaterThan(40);
    for (var pair : PAIRS) {
      assertThat(ours(kept, pair.get(0))).as(pair.get(0)).isEqualTo(theirs(file, pair.get(1)));
      assertThat(ours(opened, pair.get(0))).as(pair.get(0)).isEqualTo(theirs(file, pair.get(1)));
    }
  }

  private static Set<Long> ours(trilobite.model.packet.PacketLog log, String text) {
    try {
      var filter = PacketFilter.parse(text);
      var table = new PacketTable(log);
      table.update(Integer.MAX_VALUE);
      var passing = new TreeSet<Long>();
      log.read(
          1,
          Integer.MAX_VALUE,
          packet -> {
            var headers = Headers.of(packet);
            if (filter.matches(packet, headers, () -> table.row(packet, headers))) {
              passing.add(packet.number());
            }
          });
      return passing;
    } catch (trilobite.model.packet.filter.FilterException e) {
      throw new AssertionError(e.sentence());
    }
  }

  private static Set<Long> theirs(Path file, String filter) throws IOException {
    var answer =
        Answer.of(
            List.of(
                "tshark",
                "-n",
                "-r",
                file.toString(),
                "-Y",
                filter,
                "-T",
                "fields",
                "-e",
                "frame.number"));
    assertThat(answer.code()).as(answer.output()).isZero();
    var numbers = new TreeSet<Long>();
    answer
        .output()
        .lines()
        .filter(line -> line.matches("\\d+"))
        .map(Long::parseLong)
        .forEach(numbers::add);
    return numbers;
  }
}
