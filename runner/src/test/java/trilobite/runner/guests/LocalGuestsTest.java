// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchException.Reason;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.Verdict;
import trilobite.runner.Waiting;
import trilobite.runner.live.RunFile;
import trilobite.runner.live.TinyGuest;
import trilobite.runner.machine.PvhImage;
import trilobite.runner.place.RuntimeFolders;

@Tag("qemu")
class LocalGuestsTest {

  private static final byte[] IMAGE = new TinyGuest().print("up\n").echo().image();

  @TempDir Path home;
  private final FakeProjects projects = new FakeProjects();
  private Workshop workshop;
  private LocalGuests guests;

  @BeforeEach
  void open() throws IOException {
    workshop = new Workshop(home, Files.createTempDirectory(Path.of("/dev/shm"), "tri-"));
    guests = workshop.guests(projects);
  }

  @AfterEach
  void close() throws IOException {
    guests.close();
    for (var base : workshop.places().runtime().bases()) {
      RuntimeFolders.remove(base);
    }
    RuntimeFolders.remove(workshop.shm());
  }

  private static LaunchRequest request(Path folder) {
    return new LaunchRequest(folder, "default", false, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "it's, a \"pröject\"", "two\nlines", "$HOME `x` *"})
  void projectsOfAnyNameRunAndAreFound(String name) throws Exception {
    var folder = workshop.project(name, IMAGE, "");

    var guest = guests.launch(request(folder), JobContext.unwatched());

    Waiting.until("its line", () -> guest.console().length() == 3);
    assertThat(guests.running()).containsExactly(guest);
    guest.stop();
    assertThat(guests.running()).isEmpty();
    var run = RunFile.read(workshop.places().durable().folder(guest.status().id()));
    assertThat(run.projectFolder()).isEqualTo(folder);
    assertThat(run.buildId()).contains("abcd");
  }

  @Test
  void anotherProcessSeesTheSameGuest() throws Exception {
    var guest = guests.launch(request(workshop.project("p", IMAGE, "")), JobContext.unwatched());
    Waiting.until("its line", () -> guest.console().length() == 3);
    var other = new ProcessBuilder(Child.command("list", workshop, home)).start();

    assertThat(other.inputReader().lines())
        .containsExactly(guest.status().id().number() + " RUNNING up", "stopped");
    Waiting.until("the end", () -> guest.ended().isDone());
    assertThat(guest.status().verdict()).contains(Verdict.STOPPED);
  }

  @Test
  void anOwnerThatIsKilledTakesItsGuestAlongAndTheNextStartSaysSo() throws Exception {
    var folder = workshop.project("p", IMAGE, "");
    var owner = new ProcessBuilder(Child.command("own", workshop, folder)).start();
    long qemu = Long.parseLong(Optional.ofNullable(owner.inputReader().readLine()).orElse(""));
    var run = workshop.places().durable().all().getLast();
    assertThat(ProcessHandle.of(qemu)).isPresent();
    // The record is written beside the guest's start; one that never was cannot be completed.
    var record = workshop.places().durable().folder(run).resolve("run.json");
    Waiting.until("the run's record", () -> Files.exists(record));
    assertThat(new Leftovers(workshop.places()).clear()).as("it is alive").isEmpty();

    owner.destroyForcibly().waitFor();

    Waiting.until("QEMU is gone", () -> ProcessHandle.of(qemu).isEmpty());
    assertThat(guests.running()).isEmpty();
    assertThat(new Leftovers(workshop.places()).clear()).containsExactly(run);
    var told = RunFile.read(workshop.places().durable().folder(run));
    assertThat(told.verdict()).contains(Verdict.LOST);
    assertThat(told.why()).contains("died");
    assertThat(workshop.places().present()).isEmpty();
    assertThat(new Leftovers(workshop.places()).clear()).isEmpty();
  }

  @Test
  void anotherOwnersGuestIsConnectedToOnceHoweverOftenItIsLookedFor() throws Exception {
    var folder = workshop.project("p", IMAGE, "");
    var owner = new ProcessBuilder(Child.command("own", workshop, folder)).start();
    try {
      Waiting.until("the guest", () -> running().size() == 1);
      assertThat(running().getFirst()).isSameAs(running().getFirst());
    } finally {
      owner.destroy();
    }
    Waiting.until("its end", () -> running().isEmpty());
  }

  private List<LiveGuest> running() {
    try {
      return guests.running();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void anOwnerThatIsAskedToEndEndsItsGuest() throws Exception {
    var folder = workshop.project("p", IMAGE, "");
    var owner = new ProcessBuilder(Child.command("own", workshop, folder)).start();
    long qemu = Long.parseLong(Optional.ofNullable(owner.inputReader().readLine()).orElse(""));

    owner.destroy();

    Waiting.until("QEMU is gone", () -> ProcessHandle.of(qemu).isEmpty());
  }

  @Test
  void whatCannotRunIsRefusedBeforeAnythingIsMade() throws Exception {
    var folder = workshop.project("p", IMAGE, "");
    Files.delete(folder.resolve("tiny.elf"));

    assertRefused(request(folder), Reason.INVALID);
    assertRefused(new LaunchRequest(folder, "no-such", false, false), Reason.INVALID);
    assertThat(workshop.places().durable().all()).isEmpty();
  }

  @Test
  @Tag("bad:hostile-build")
  void withoutTrustNothingRuns() throws Exception {
    var folder = workshop.project("p", IMAGE, "");
    projects.trusted = false;

    assertThatThrownBy(() -> guests.launch(request(folder), JobContext.unwatched()))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("nothing of it was run")
        .hasMessageContaining("rm -rf /");

    var asked = new LaunchRequest(folder, "default", true, false);
    guests.launch(asked, JobContext.unwatched()).stop();
    assertThat(projects.trusted).isTrue();
  }

  @Test
  void anotherHomeOfThisUserCountsItsRunsByItself() throws Exception {
    var folder = workshop.project("p", IMAGE, "");
    var guest = guests.launch(request(folder), JobContext.unwatched());
    var other = new Workshop(home.resolve("other"), workshop.shm());

    try (var others = other.guests(projects)) {
      assertThat(others.running()).as("a guest of the first home").isEmpty();
      var second = others.launch(request(folder), JobContext.unwatched());

      assertThat(others.running()).containsExactly(second);
      assertThat(guests.running()).containsExactly(guest);
    }
    Waiting.until("its line", () -> guest.console().length() == 3);
    guest.stop();
  }

  @Test
  void withoutQemuTheMachineIsToBlame() throws Exception {
    projects.qemu = Optional.empty();

    assertRefused(request(workshop.project("p", IMAGE, "")), Reason.MACHINE);
  }

  @Test
  void anImageThatQemuRefusesLeavesNothingBehind() throws Exception {
    var text = PvhImage.of(new byte[0]);
    text[0] = 'T';

    assertRefused(request(workshop.project("p", text, "")), Reason.QEMU);
    assertThat(workshop.places().present()).isEmpty();
    assertThat(workshop.places().durable().all()).isEmpty();
  }

  private void assertRefused(LaunchRequest request, Reason reason) {
    assertThatThrownBy(() -> guests.launch(request, JobContext.unwatched()))
        .isInstanceOfSatisfying(
            LaunchException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
