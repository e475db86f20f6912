// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.reach.Answer.Delivered;
import trilobite.model.reach.Answer.Outcome;
import trilobite.model.reach.Diagnosis.Asked;
import trilobite.model.reach.Diagnosis.Place;

class DiagnosisTest {

  private static Asked asked(String probe, Outcome outcome, Delivered delivered) {
    var rtt = outcome == Outcome.SILENT ? OptionalLong.empty() : OptionalLong.of(300_000);
    return new Asked(Probe.parse(probe), new Answer(outcome, "10.0.2.15", rtt, delivered));
  }

  private static Asked asked(String probe, Outcome outcome) {
    return asked(probe, outcome, Delivered.YES);
  }

  private static final Asked ARP = asked("arp", Outcome.ANSWERED);
  private static final Asked ECHO = asked("icmp 1", Outcome.ANSWERED);
  private static final Asked LOST = asked("icmp 2", Outcome.SILENT);

  @Test
  void everythingAnswers() {
    assertThat(Diagnosis.of(List.of(ARP, ECHO)))
        .isEqualTo(new Diagnosis(Place.NOWHERE, "reachable"));
    assertThat(Diagnosis.of(List.of(ARP, ECHO, LOST)).verdict()).contains("50 %");
  }

  @Test
  void tcpAnswersWhereEchoesAreDropped() {
    var seen = Diagnosis.of(List.of(ARP, LOST, asked("tcp 80", Outcome.ANSWERED)));
    assertThat(seen.place()).isEqualTo(Place.NOWHERE);
    assertThat(seen.verdict()).startsWith("no ICMP, but TCP answers");
  }

  @Test
  void aClosedPortIsToldFromOneThatDropsTheSyn() {
    assertThat(Diagnosis.of(List.of(ECHO, asked("tcp 81", Outcome.REFUSED))).verdict())
        .startsWith("port 81 is closed");
    var full = Diagnosis.of(List.of(ECHO, asked("tcp 80", Outcome.SILENT)));
    assertThat(full.place()).isEqualTo(Place.LISTENER);
    assertThat(full.verdict()).contains("backlog is full");
  }

  @Test
  void withoutEchoesTheStackIsBlamedAndWithoutArpTheInterface() {
    assertThat(Diagnosis.of(List.of(ARP, LOST)).place()).isEqualTo(Place.STACK);
    var none = Diagnosis.of(List.of(asked("arp", Outcome.SILENT), LOST));
    assertThat(none.place()).isEqualTo(Place.INTERFACE);
    assertThat(none.verdict()).contains("10.0.2.15");
  }

  @Test
  void aFrameThatStaysInTheQueueIsTheDriversFault() {
    var stuck = Diagnosis.of(List.of(asked("arp", Outcome.SILENT, Delivered.NO), LOST));
    assertThat(stuck.place()).isEqualTo(Place.VIRTIO_QUEUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"arp", "icmp 0", "icmp 65535", "tcp 1", "tcp 65535"})
  void aProbesWordIsReadAgain(String word) {
    assertThat(Probe.parse(word).word()).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ping",
        "arp 1",
        "icmp",
        "icmp -1",
        "icmp 65536",
        "tcp 0",
        "tcp 80 81",
        "tcp x"
      })
  void whatIsNoProbeIsRefused(String word) {
    assertThatThrownBy(() -> Probe.parse(word)).hasMessageContaining("no probe");
  }
}
