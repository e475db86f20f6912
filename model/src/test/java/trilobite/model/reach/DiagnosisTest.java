// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.guest.ListenerRow;
import trilobite.model.reach.Answer.Outcome;
import trilobite.model.reach.Answer.Told;
import trilobite.model.reach.Diagnosis.Asked;
import trilobite.model.reach.Diagnosis.Place;

class DiagnosisTest {

  private static Asked asked(String probe, Outcome outcome, Told delivered) {
    var rtt = outcome == Outcome.SILENT ? OptionalLong.empty() : OptionalLong.of(300_000);
    return new Asked(
        Probe.parse(probe),
        new Answer(outcome, "10.0.2.15", rtt, Trail.UNKNOWN.delivered(delivered)));
  }

  private static Asked asked(String probe, Outcome outcome) {
    return asked(probe, outcome, Told.YES);
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
    var stuck = Diagnosis.of(List.of(asked("arp", Outcome.SILENT, Told.NO), LOST));
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

  private static Asked with(String probe, Outcome outcome, Trail trail) {
    return new Asked(
        Probe.parse(probe), new Answer(outcome, "127.0.0.1:8080", OptionalLong.empty(), trail));
  }

  private static Trail card(Told link, Told driver, Told delivered, Told taken) {
    return new Trail(Told.UNKNOWN, Told.UNKNOWN, link, driver, delivered, taken);
  }

  @Test
  void aCardWithoutLinkOrDriverIsBlamedBeforeAllElse() {
    var unplugged = card(Told.NO, Told.YES, Told.NO, Told.NO);
    var link = Diagnosis.of(List.of(with("arp", Outcome.SILENT, unplugged), LOST));
    assertThat(link.place()).isEqualTo(Place.QEMU);
    assertThat(link.verdict()).startsWith("no link");

    var early = card(Told.YES, Told.NO, Told.NO, Told.NO);
    var driver = Diagnosis.of(List.of(with("arp", Outcome.SILENT, early)));
    assertThat(driver.place()).isEqualTo(Place.VIRTIO_QUEUE);
    assertThat(driver.verdict()).contains("has not set the card up");
  }

  @Test
  void aGuestThatTakesNothingOutHangs() {
    var hung = card(Told.YES, Told.YES, Told.YES, Told.NO);
    assertThat(Diagnosis.of(List.of(with("arp", Outcome.SILENT, hung))).verdict())
        .contains("took nothing out");
    var other = card(Told.YES, Told.YES, Told.YES, Told.YES);
    assertThat(Diagnosis.of(List.of(with("arp", Outcome.SILENT, other))).verdict())
        .endsWith("its driver took the frame");
  }

  @Test
  void theForwardAndQemuAreBlamedWhereThePortItselfAnswers() {
    var port = asked("tcp 80", Outcome.ANSWERED);
    var gone = Trail.UNKNOWN.forwarded(Told.NO, Told.UNKNOWN);
    var forward = Diagnosis.of(List.of(ARP, ECHO, port, with("forward 80", Outcome.REFUSED, gone)));
    assertThat(forward.place()).isEqualTo(Place.FORWARD);
    assertThat(forward.verdict()).contains("127.0.0.1:8080");
    var stuck = Trail.UNKNOWN.forwarded(Told.YES, Told.NO);
    assertThat(
            Diagnosis.of(List.of(ARP, ECHO, port, with("forward 80", Outcome.SILENT, stuck)))
                .place())
        .isEqualTo(Place.QEMU);
    assertThat(
            Diagnosis.of(List.of(ARP, ECHO, port, asked("forward 80", Outcome.ANSWERED))).place())
        .isEqualTo(Place.NOWHERE);
  }

  private static ListenerRow listener(long waiting, String state) {
    var no = OptionalLong.empty();
    return new ListenerRow(
        "tcp",
        "0.0.0.0:80",
        80,
        Optional.of("acceptor"),
        OptionalLong.of(4),
        OptionalLong.of(waiting),
        OptionalLong.of(16),
        no,
        no,
        no,
        no,
        no,
        no,
        no,
        no,
        state,
        no,
        no,
        no,
        1);
  }

  @Test
  void theListenersOwnListSaysWhoLetsConnectionsWait() {
    var full =
        Diagnosis.of(
            List.of(ECHO, asked("tcp 80", Outcome.SILENT)),
            List.of(listener(16, ListenerRow.OVERFLOW)));
    assertThat(full.place()).isEqualTo(Place.LISTENER);
    assertThat(full.verdict())
        .isEqualTo(
            "port 80 does not answer: its listener is full, 16 of 16 wait for thread acceptor");

    var piling =
        Diagnosis.of(
            List.of(ECHO, asked("tcp 80", Outcome.ANSWERED)),
            List.of(listener(9, ListenerRow.OPEN)));
    assertThat(piling.place()).isEqualTo(Place.THREAD);
    assertThat(
            Diagnosis.of(
                    List.of(ECHO, asked("tcp 80", Outcome.ANSWERED)),
                    List.of(listener(1, ListenerRow.OPEN)))
                .place())
        .isEqualTo(Place.NOWHERE);
  }
}
