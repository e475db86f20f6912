// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.Views;
import trilobite.model.port.AttachRequest;
import trilobite.model.port.AttachRequest.Monitor;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.run.Ability;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.model.vitals.Vital;
import trilobite.runner.Waiting;

/// The demo guest in a QEMU that a plain shell script started, looked into and let go of.
@Tag("qemu")
class AttachTest {

  private static final String QMP = "-qmp unix:$D/q,server=on,wait=off";

  @TempDir Path folder;

  private Watchtower tower;

  @BeforeEach
  void open() throws IOException {
    tower = new Watchtower(folder.resolve("home"));
  }

  @AfterEach
  void close() throws IOException {
    tower.close();
  }

  private ShellGuest shell(String more) throws IOException, InterruptedException {
    return new ShellGuest(folder.resolve("g"), more);
  }

  private static Reading<Listing<ThreadRow>> threads(LiveGuest guest) throws InterruptedException {
    Waiting.until("the threads", () -> guest.eyes().threads() instanceof Measured.Known);
    return switch (guest.eyes().threads()) {
      case Measured.Known<Listing<ThreadRow>>(var reading) -> reading;
      case Measured.Unknown<Listing<ThreadRow>>(var reason) ->
          throw new AssertionError(reason.why());
    };
  }

  /// Names, states of those that stand still, and stacks are as the guest says itself.
  private static void assertTrue(ShellGuest shell, Listing<ThreadRow> seen) throws IOException {
    var told = shell.truth("threads").get("threads");
    assertThat(seen.cut()).isEmpty();
    assertThat(seen.rows()).hasSize(told.size());
    for (int i = 0; i < told.size(); i++) {
      var row = seen.rows().get(i);
      assertThat(row.name()).isEqualTo(told.get(i).get("name").asText());
      assertThat(row.id()).isEqualTo(told.get(i).get("id").asLong());
      assertThat(row.stackSize()).hasValue(told.get(i).get("stackSize").asLong());
    }
  }

  @Test
  void withoutAMonitorItsMemoryAndTheHostTellTheTruth() throws Exception {
    try (var shell = shell("-serial file:$D/con")) {
      var guest = tower.attach(Watchtower.pid(shell.pid(), Monitor.FREE));
      shell.perform("spawn?2&watched");
      var seen = threads(guest);
      assertTrue(shell, seen.value());
      assertThat(seen.pauses()).isZero();
      assertThat(seen.source().detail()).contains("in /proc/" + shell.pid() + "/mem");
      Waiting.until("its CPU", () -> guest.vitals().latest(Vital.CPU).value().isPresent());
      Waiting.until("its console", () -> guest.console().length() > 0);
      var text = new byte[(int) guest.console().length()];
      guest.console().read(0, text);
      assertThat(new String(text, UTF_8)).contains("listening on");
      assertThatThrownBy(guest::pause).hasMessageContaining("no QMP socket");
      try (var kept = Files.walk(folder)) {
        assertThat(kept.map(each -> each.getFileName().toString()))
            .as("nothing was paused that a later start would have to let go on")
            .doesNotContain("paused");
      }
      assertThat(control(shell)).isFalse();
      assertThatThrownBy(() -> guest.type(new byte[] {'x'})).isInstanceOf(IOException.class);
      assertThat(guest.limits().detach()).isTrue();
      assertThat(guest.limits().pause()).contains("start QEMU with -qmp unix:FILE");
      assertThat(guest.limits().type()).contains("typing is not possible");
      assertThat(guest.status().project()).isEqualTo("shelly");
      assertThat(tower.guests.running()).containsExactly(guest);

      guest.stop();
      assertThat(guest.ended().get(10, TimeUnit.SECONDS)).isEqualTo(Verdict.DETACHED);
      assertThat(tower.guests.running()).isEmpty();
      assertThat(shell.truth("heap")).as("the guest goes on").isNotNull();
      assertThat(tower.leftOver()).isEmpty();
    }
  }

  /// Whether the list says that its monitor can be asked.
  private boolean control(ShellGuest shell) throws IOException {
    return tower.elsewhere.guests().stream()
        .filter(each -> each.pid() == shell.pid())
        .flatMap(each -> each.abilities().stream())
        .filter(each -> each.what().equals("control"))
        .allMatch(Ability::possible);
  }

  private static List<String> objects(ShellGuest shell) throws IOException {
    try (var client = shell.client("own")) {
      var names = new ArrayList<String>();
      client
          .execute("qom-list", Map.of("path", "/objects"))
          .forEach(each -> names.add(each.path("name").asText()));
      return names;
    }
  }

  @Test
  void packetsAreSeenWhereSomebodySaysSoAndNothingStaysInItsQemu() throws Exception {
    try (var shell = shell(QMP + " -qmp unix:$D/own,server=on,wait=off")) {
      var before = objects(shell);
      var guest = tower.attach(Watchtower.qmp(shell.folder.resolve("q"), Monitor.FREE));
      Waiting.until("CPU", () -> guest.vitals().latest(Vital.CPU).value().isPresent());
      assertThat(guest.vitals().latest(Vital.NET_RX_PACKETS).value()).isEmpty();
      assertThat(objects(shell)).as("nobody said so").isEqualTo(before);

      guest.tap();
      guest.tap();
      assertThat(objects(shell)).hasSize(before.size() + 1).containsAll(before);
      shell.truth("heap");
      Waiting.until("packets", () -> guest.packets().span().count() > 5);
      Waiting.until(
          "their count",
          () -> guest.vitals().latest(Vital.NET_RX_PACKETS).value().filter(n -> n > 2).isPresent());
      Waiting.until("flows", () -> guest.eyes().see(Views.FLOWS) instanceof Measured.Known);

      guest.stop();
      assertThat(objects(shell)).isEqualTo(before);
      assertThat(shell.truth("heap")).as("the guest goes on").isNotNull();
      assertThat(tower.leftOver()).isEmpty();

      var run = killed(shell);
      assertThat(objects(shell)).as("killed").hasSize(before.size() + 1);
      assertThat(status(shell)).as("killed").isEqualTo("paused");
      assertThat(tower.clear())
          .singleElement()
          .satisfies(
              lost ->
                  assertThat(lost.why())
                      .contains("died", "had paused, was resumed", "was taken out again"));
      assertThat(status(shell)).isEqualTo("running");
      assertThat(objects(shell)).isEqualTo(before);
      assertThat(shell.truth("heap")).as("the guest goes on").isNotNull();
      try (var left = Files.list(run)) {
        assertThat(left.map(each -> each.getFileName().toString()))
            .doesNotContain("tapped", "paused")
            .noneMatch(name -> name.startsWith("tap"));
      }
    }
  }

  private static String status(ShellGuest shell) throws IOException {
    try (var client = shell.client("own")) {
      return client.execute("query-status").path("status").asText();
    }
  }

  /// A Trilobite that looks at the guest's packets, pauses it, and is killed.
  ///
  /// @return its run's folder
  private Path killed(ShellGuest shell) throws IOException, InterruptedException {
    var other = tower.other(shell.folder.resolve("q"));
    assertThat(other.inputReader().readLine()).isEqualTo("looks");
    other.destroyForcibly().waitFor();
    return tower.newest();
  }

  @Test
  void packetsThatAreAskedForAndCannotBeHadAreAReasonNotToAttach() throws Exception {
    try (var shell = shell("")) {
      var asked =
          new AttachRequest(
              new AttachRequest.OfProcess(shell.pid()),
              Optional.empty(),
              "auto",
              "",
              Monitor.FREE,
              false,
              true);
      assertThatThrownBy(() -> tower.attach(asked)).hasMessageContaining("no QMP socket");
      assertThat(tower.guests.running()).isEmpty();
    }
  }

  @Test
  void readingAllOfItMakesTheHostKeepNoPageMore() throws Exception {
    try (var shell = shell("")) {
      var process = HostProcess.of(Path.of("/proc"), shell.pid());
      var place = new ProcessMemory(process, "q35", 64L << 20, java.util.Optional.empty());
      try (var ram = place.open()) {
        long before = ram.touched();
        for (int at = 0; at < 64 << 20; at += 1 << 20) {
          ram.read(at, 1 << 20);
        }
        // The guest goes on meanwhile, and may touch a page or two itself.
        assertThat(ram.touched() - before).isBetween(0L, 16L * 4096);
        assertThat(before).isBetween(1L << 20, 16L << 20);
      }
    }
  }

  @Test
  void withItsMonitorItIsPausedAndAsItWasWhenLetGo() throws Exception {
    try (var shell = shell(QMP + " -serial unix:$D/con,server=on,wait=off")) {
      var guest = tower.attach(Watchtower.qmp(shell.folder.resolve("q"), Monitor.FREE));
      assertThat(guest.status().state()).isEqualTo(RunState.RUNNING);
      assertTrue(shell, threads(guest).value());
      assertThat(guest.eyes().see(Views.VCPUS).value().orElseThrow().rows()).hasSize(1);
      guest.type("help\n".getBytes(UTF_8));
      Waiting.until("its answer", () -> guest.console().length() > 20);
      guest.pause();
      Waiting.until("the pause", () -> guest.status().state() == RunState.PAUSED);
      guest.stop();
      try (var other = shell.client("q")) {
        assertThat(other.execute("query-status").path("status").asText()).isEqualTo("running");
        assertThat(other.execute("query-chardev").toString())
            .contains("disconnected:unix:" + shell.folder.resolve("con"));
      }
      assertThat(shell.truth("heap")).isNotNull();
    }
  }

  @Test
  void aSocketThatSomebodyUsesIsLeftToThem() throws Exception {
    try (var shell = shell(QMP)) {
      var socket = shell.folder.resolve("q");
      var owner = shell.client("q");
      assertThatThrownBy(() -> tower.attach(Watchtower.qmp(socket, Monitor.FREE)))
          .isInstanceOf(LaunchException.class)
          .hasMessageContaining("Somebody else is connected")
          .hasMessageContaining("--take-qmp");
      assertThat(tower.guests.running()).isEmpty();

      var beside = tower.attach(Watchtower.pid(shell.pid(), Monitor.FREE));
      assertTrue(shell, threads(beside).value());
      assertThatThrownBy(beside::pause).hasMessageContaining("Somebody else is connected");
      assertThat(owner.execute("query-status").path("running").asBoolean())
          .as("the owner's connection stands")
          .isTrue();
      beside.stop();

      owner.close();
      Waiting.until("it is free", () -> attached(socket));
      assertThat(tower.guests.running().getFirst().status().state()).isEqualTo(RunState.RUNNING);
    }
  }

  private boolean attached(Path socket) {
    try {
      tower.attach(Watchtower.qmp(socket, Monitor.TAKE));
      return true;
    } catch (LaunchException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void sharedRamIsReadFromItsFileThoughItHasNoName() throws Exception {
    try (var shell =
        shell(
            "-object memory-backend-memfd,id=m,size=64M,share=on -machine memory-backend=m "
                + QMP)) {
      var guest = tower.attach(Watchtower.pid(shell.pid(), Monitor.FREE));
      var seen = threads(guest);
      assertThat(seen.source().detail()).contains(" in ram, ");
      assertTrue(shell, seen.value());
    }
  }

  @Test
  void aProcessThatEndsIsSaidToHaveAndLeavesNothing() throws Exception {
    LiveGuest guest;
    long pid;
    try (var shell = shell("")) {
      pid = shell.pid();
      guest = tower.attach(Watchtower.pid(pid, Monitor.FREE));
    }
    assertThat(guest.ended().get(20, TimeUnit.SECONDS)).isEqualTo(Verdict.LOST);
    assertThat(guest.status().why()).contains("process has ended");
    assertThat(tower.leftOver()).isEmpty();
    Waiting.until("it is reaped", () -> !Files.exists(Path.of("/proc/" + pid)));
    assertThatThrownBy(() -> tower.attach(Watchtower.pid(pid, Monitor.FREE)))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("no process " + pid);
  }

  @Test
  void aProcessThatEndsMeanwhileIsARefusalOrAnEnd() throws Exception {
    for (int i = 0; i < 4; i++) {
      try (var shell = new ShellGuest(folder.resolve("g" + i), QMP)) {
        int delay = i;
        var killer =
            Thread.ofVirtual()
                .start(
                    () -> {
                      java.util.concurrent.locks.LockSupport.parkNanos(delay * 4_000_000L);
                      shell.qemu.destroyForcibly();
                    });
        try {
          var guest = tower.attach(Watchtower.pid(shell.pid(), Monitor.FREE));
          assertThat(guest.ended().get(20, TimeUnit.SECONDS)).isNotNull();
        } catch (LaunchException e) {
          assertThat(e).hasMessageMatching("(?s).{10,}");
        }
        killer.join();
      }
    }
    assertThat(tower.guests.running()).isEmpty();
    assertThat(tower.leftOver()).isEmpty();
  }

  @Test
  void whatRunsNoGuestIsRefused() throws Exception {
    var sleep = new ProcessBuilder("sleep", "600").start();
    try {
      assertThatThrownBy(() -> tower.attach(Watchtower.pid(sleep.pid(), Monitor.FREE)))
          .hasMessageContaining("is sleep, which runs no guest");
    } finally {
      sleep.destroyForcibly();
    }
    assertThatThrownBy(() -> tower.attach(Watchtower.qmp(folder.resolve("none"), Monitor.FREE)))
        .hasMessageContaining("There is no socket");
  }

  @Test
  void theListSaysOfEachWhatCanBeHadAndWhyNot() throws Exception {
    try (var shell = shell(QMP + " -serial pty")) {
      var seen =
          tower.elsewhere.guests().stream()
              .filter(each -> each.pid() == shell.pid())
              .findFirst()
              .orElseThrow();
      assertThat(seen.monitor()).isEqualTo("qemu");
      assertThat(seen.name()).isEqualTo("shelly");
      assertThat(seen.command()).contains("-kernel", shell.image.toString());
      assertThat(seen.abilities())
          .extracting(Ability::what)
          .containsExactly("memory", "cpu", "control", "console", "packets");
      assertThat(seen.abilities())
          .extracting(Ability::possible)
          .containsExactly(true, true, true, false, true);
      assertThat(seen.abilities().get(3).how()).contains("pty");
      assertThat(seen.abilities().get(4).how()).contains("only where you say so");
      var guest = tower.attach(Watchtower.pid(shell.pid(), Monitor.NEVER));
      assertThat(control(shell)).as("left alone, as asked").isFalse();
      assertThat(
              tower.elsewhere.guests().stream()
                  .filter(each -> each.pid() == shell.pid())
                  .findFirst()
                  .orElseThrow()
                  .attached())
          .contains(guest.status().id());
      assertThatThrownBy(() -> tower.attach(Watchtower.pid(shell.pid(), Monitor.FREE)))
          .hasMessageContaining("looked at already");
    }
  }
}
