// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.vitals.TideGuest.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.reach.Answer;
import trilobite.model.reach.Answer.Outcome;
import trilobite.model.reach.Answer.Told;
import trilobite.model.reach.Diagnosis;
import trilobite.model.reach.Probe;
import trilobite.model.reading.Measured;
import trilobite.model.run.RunState;
import trilobite.runner.live.BlindObserver;

/// Probes of a real guest.
@Tag("qemu")
class ReachTest {

  @TempDir Path state;

  private static Answer ask(TideGuest tide, String probe) {
    return switch (tide.guest.reach().ask(Probe.parse(probe))) {
      case Measured.Known<Answer>(var reading) -> {
        assertThat(reading.pauses()).isZero();
        yield reading.value();
      }
      case Measured.Unknown<Answer>(var reason) -> throw new AssertionError(reason.why());
    };
  }

  @Test
  void answersSayWhatTheGuestDoes() throws Exception {
    try (var tide = new TideGuest(state, "q35", "64M", session -> new BlindObserver())) {
      var before = tide.truth("packets");
      var arp = ask(tide, "arp");
      assertThat(arp.outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(arp.address()).isEqualTo("10.0.2.15");
      for (int i = 1; i <= 20; i++) {
        assertThat(ask(tide, "icmp " + i).answered()).as("echo %d", i).isTrue();
      }
      assertThat(ask(tide, "tcp 80").outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(ask(tide, "tcp 81").outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(tide.truth("packets").get("rxPackets").asLong())
          .isGreaterThan(before.get("rxPackets").asLong() + 20);

      var through = ask(tide, "forward 80");
      assertThat(through.outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(through.trail().sent()).isEqualTo(Told.YES);
      assertThat(through.address()).endsWith(":" + tide.web().getPort());
      assertThat(tide.guest.reach().ask(new Probe.Forward(81)))
          .isInstanceOf(Measured.Unknown.class);
      aCardWithoutLinkSaysSo(tide);

      tide.guest.pause();
      await("paused", () -> tide.guest.status().state() == RunState.PAUSED);
      assertThat(tide.guest.reach().ask(new Probe.Arp())).isInstanceOf(Measured.Unknown.class);
      tide.guest.resume();
      await("running", () -> tide.guest.status().state() == RunState.RUNNING);
      fullListenerIsSilent(tide);
      aHungGuestIsSilentThoughTheCardDelivers(tide);
    }
  }

  /// The demo guest holds 16 connections that nobody takes.
  private static void fullListenerIsSilent(TideGuest tide) throws Exception {
    tide.perform("noaccept");
    var waiting = new ArrayList<Socket>();
    try {
      await(
          "the backlog full",
          () -> {
            try {
              waiting.add(new Socket(InetAddress.getLoopbackAddress(), tide.web().getPort()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return waiting.size() >= 17 && ask(tide, "tcp 80").outcome() == Outcome.SILENT;
          });
      assertThat(ask(tide, "icmp 1").answered()).isTrue();
      // The forward says "connected" all the same; the guest's wire tells.
      var through = ask(tide, "forward 80");
      assertThat(through.outcome()).isEqualTo(Outcome.SILENT);
      assertThat(through.trail().accepted()).isEqualTo(Told.YES);
      assertThat(through.trail().sent()).isEqualTo(Told.YES);
    } finally {
      for (var socket : waiting) {
        socket.close();
      }
    }
  }

  private static void aCardWithoutLinkSaysSo(TideGuest tide) throws Exception {
    var qmp = tide.session.qmp();
    var card = qmp.execute("query-rx-filter").path(0).path("name").asText();
    qmp.execute("set_link", Map.of("name", card, "up", false));
    var silent = ask(tide, "arp");
    assertThat(silent.outcome()).isEqualTo(Outcome.SILENT);
    assertThat(silent.trail().link()).isEqualTo(Told.NO);
    assertThat(Diagnosis.of(List.of(new Diagnosis.Asked(new Probe.Arp(), silent))).verdict())
        .startsWith("no link");
    qmp.execute("set_link", Map.of("name", card, "up", true));
    await("answers again", () -> ask(tide, "arp").answered());
  }

  @Test
  void aMemoryMappedCardTellsItsLinkToo() throws Exception {
    try (var tide = new TideGuest(state, "microvm", "64M", session -> new BlindObserver())) {
      aCardWithoutLinkSaysSo(tide);
      tide.guest.type("hang\r".getBytes(StandardCharsets.US_ASCII));
      await("silence", () -> ask(tide, "arp").outcome() == Outcome.SILENT);
      assertThat(ask(tide, "arp").trail().link()).isEqualTo(Told.YES);
    }
  }

  private static void aHungGuestIsSilentThoughTheCardDelivers(TideGuest tide) throws Exception {
    tide.guest.type("hang\r".getBytes(StandardCharsets.US_ASCII));
    await("silence", () -> ask(tide, "arp").outcome() == Outcome.SILENT);
    var trail = ask(tide, "icmp 2").trail();
    assertThat(trail.delivered()).isEqualTo(Told.YES);
    assertThat(trail.taken()).isEqualTo(Told.NO);
    assertThat(trail.link()).isEqualTo(Told.YES);
    assertThat(trail.driver()).isEqualTo(Told.YES);
  }
}
