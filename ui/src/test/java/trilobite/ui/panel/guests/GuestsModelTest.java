// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.port.AttachRequest;
import trilobite.model.run.Ability;
import trilobite.model.run.ForeignGuest;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.model.vitals.Vital;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.FakeVitals;

class GuestsModelTest {

  static ForeignGuest other(long pid, Optional<RunId> run) {
    return new ForeignGuest(
        "qemu",
        "shelly",
        pid,
        "me",
        List.of("qemu-system-x86_64", "-name", "shelly"),
        List.of(
            new Ability("memory", true, "by /proc/" + pid + "/mem"),
            new Ability("cpu", true, "run time below /proc/" + pid),
            new Ability("control", false, "it has no QMP socket")),
        run);
  }

  private static GuestsModel with(List<FakeGuest> ours, List<ForeignGuest> others) {
    var model = new GuestsModel();
    model.done(new GuestsModel.Read(List.copyOf(ours), others));
    return model;
  }

  @Test
  void oursComeFirstAndOneThatIsAttachedToIsNoOther() {
    var model =
        with(
            List.of(new FakeGuest(3, RunState.RUNNING)),
            List.of(other(11, Optional.of(new RunId(3))), other(12, Optional.empty())));
    assertThat(model.entries()).extracting(GuestEntry::key).containsExactly("run 3", "pid 12");
    assertThat(model.entries().get(1).detail()).isEqualTo("process 12: memory, cpu");
    assertThat(model.entries().get(1).about()).contains("control, no: it has no QMP socket");
    assertThat(model.count()).isEqualTo("1 guest and 1 of another program");
  }

  @Test
  void aGuestThatHasEndedIsGone() {
    var guest = new FakeGuest(3, RunState.RUNNING);
    var model = with(List.of(guest), List.of());
    guest.end(Verdict.STOPPED, "");
    assertThat(model.entries()).isEmpty();
    assertThat(model.count()).isEmpty();
  }

  @Test
  void whereNoneIsOursTheCountSaysWhoseTheyAre() {
    var one = other(11, Optional.empty());
    assertThat(with(List.of(), List.of(one)).count()).isEqualTo("1 guest of another program");
    assertThat(with(List.of(), List.of(one, other(12, Optional.empty()))).count())
        .isEqualTo("2 guests of other programs");
  }

  @Test
  void figuresAreTheLastMinutesAndCountersBecomeRates() {
    var vitals =
        new FakeVitals()
            .add(Vital.CPU, 0, 10)
            .add(Vital.CPU, 70_000, 50)
            .add(Vital.CPU, 80_000, 83.4)
            .add(Vital.NET_RX_BYTES, 79_000, 1_000)
            .add(Vital.NET_RX_BYTES, 80_000, 3_048)
            .add(Vital.NET_TX_BYTES, 79_000, 0)
            .add(Vital.NET_TX_BYTES, 80_000, 0)
            .unknown(Vital.MEMORY_TOUCHED, "ptrace_scope is 1");
    assertThat(Trend.cpu(vitals)).isEqualTo(new Trend(List.of(50.0, 83.4), "83 %", ""));
    assertThat(Trend.network(vitals).values()).containsExactly(2_048.0);
    assertThat(Trend.network(vitals).text()).isEqualTo("2 KiB/s");
    assertThat(Trend.memory(vitals)).isEqualTo(new Trend(List.of(), "–", "ptrace_scope is 1"));
  }

  private static AttachRequest typed(String which, String uri) {
    return GuestsModel.request(which, uri, "/x/y.elf").orElseThrow();
  }

  @Test
  void whatIsTypedIsAProcessASocketOrADomain() {
    assertThat(typed(" 4711 ", "").which()).isEqualTo(new AttachRequest.OfProcess(4711));
    assertThat(typed("/run/a b/qmp", " ").which())
        .isEqualTo(new AttachRequest.OfSocket(Path.of("/run/a b/qmp")));
    assertThat(typed("a b", "").which()).isEqualTo(new AttachRequest.OfDomain("", "a b"));
    assertThat(typed("4711", "qemu:///system").which())
        .isEqualTo(new AttachRequest.OfDomain("qemu:///system", "4711"));
    assertThat(typed("4711", "").image()).contains(Path.of("/x/y.elf"));
    assertThat(GuestsModel.request(" ", "", "")).isEmpty();
  }
}
