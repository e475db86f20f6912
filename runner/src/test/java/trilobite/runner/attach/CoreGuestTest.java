// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.inspect.Question;
import trilobite.model.job.JobContext;
import trilobite.model.port.AttachRequest.Monitor;
import trilobite.model.port.CoreRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.run.RunState;
import trilobite.runner.Cancelled;
import trilobite.runner.Waiting;
import trilobite.runner.memory.CoreBytes;

/// A core that QEMU made of the demo guest tells what the guest said of itself.
@Tag("qemu")
class CoreGuestTest {

  @TempDir Path folder;

  private Watchtower tower;
  private ForeignGuests elsewhere;

  @BeforeEach
  void open() throws IOException {
    tower = new Watchtower(folder.resolve("home"));
    elsewhere = tower.elsewhere;
  }

  @AfterEach
  void close() throws IOException {
    tower.close();
  }

  private static <T> Reading<T> known(Measured<T> seen) {
    return switch (seen) {
      case Measured.Known<T>(var reading) -> reading;
      case Measured.Unknown<T>(var reason) -> throw new AssertionError(reason.why());
    };
  }

  private static Reading<Listing<ThreadRow>> threads(LiveGuest guest) throws InterruptedException {
    Waiting.until("the threads", () -> guest.eyes().threads() instanceof Measured.Known);
    return known(guest.eyes().threads());
  }

  @Test
  void itsRowsAreTheGuestsOwnTruthAtThatMoment() throws Exception {
    var core = folder.resolve("vm.core");
    var stacks = new HashMap<Long, Long>();
    var names = new ArrayList<String>();
    try (var shell = new ShellGuest(folder.resolve("g"), "-qmp unix:$D/q,server=on,wait=off")) {
      shell.perform("spawn?2&cored");
      for (var told : shell.truth("threads").get("threads")) {
        stacks.put(told.get("id").asLong(), told.get("stackSize").asLong());
        names.add(told.get("name").asText());
      }
      var live = tower.attach(Watchtower.pid(shell.pid(), Monitor.FREE));
      var given = folder.resolve("given.core");
      assertThatThrownBy(() -> live.dump(given, new Cancelled())).hasMessageContaining("cancelled");
      Waiting.until("it goes on", () -> live.status().state() == RunState.RUNNING);
      var written = live.dump(core, JobContext.unwatched());
      assertThat(written.image()).isPresent();
      assertThat(written.bytes()).isEqualTo(Files.size(core)).isGreaterThan(64L << 20);
      assertThat(written.stored()).isBetween(1L << 20, 32L << 20);
      assertThatThrownBy(() -> live.dump(core, JobContext.unwatched()))
          .hasMessageContaining("is there already");
      assertThat(shell.truth("heap")).as("it goes on").isNotNull();
      try (var left = Files.list(folder)) {
        assertThat(left.map(each -> each.getFileName().toString()))
            .as("nothing of what was given up")
            .containsExactlyInAnyOrder("g", "home", "vm.core");
      }
      live.stop();
    }
    var guest = elsewhere.core(new CoreRequest(core, Optional.of(image()), "auto"));
    var seen = threads(guest);
    assertThat(seen.source().detail()).contains("tide_threads in vm.core");
    assertThat(seen.value().rows()).hasSize(stacks.size());
    assertThat(seen.value().rows())
        .allSatisfy(row -> assertThat(row.stackSize()).hasValue(stacks.get(row.id())));
    assertThat(seen.value().rows()).extracting(ThreadRow::name).containsExactlyElementsOf(names);
    assertThat(seen.value().rows())
        .as("no time passes in a core, and its kernel's stamps say how long they had waited")
        .allSatisfy(row -> assertThat(row.cpu()).isEmpty())
        .filteredOn(row -> row.name().equals("worker-3"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.waited().orElse(0)).isGreaterThan(1_000_000));
    var asked = new Question.Stack("idle", false);
    Waiting.until("its stacks", () -> guest.eyes().ask(asked) instanceof Measured.Known);
    var idle = known(guest.eyes().ask(asked)).value();
    assertThat(idle.frames()).anyMatch(frame -> frame.function().equals("schedule_idle"));
    var used = known(guest.eyes().ask(new Question.Print("tide_heap.magic"))).value();
    assertThat(used.problem()).isEmpty();
    assertThat(guest.status().state()).isEqualTo(RunState.PAUSED);
    assertThatThrownBy(guest::resume).hasMessageContaining("stands still");
  }

  private Path image() {
    return folder.resolve("g/tidepool.elf");
  }

  @Test
  void withoutAnImageItSaysWhatIsMissing() throws Exception {
    var core =
        Files.write(folder.resolve("vm.core"), new CoreBytes().memory(0, new byte[4096]).bytes());
    var guest = elsewhere.core(new CoreRequest(core, Optional.empty(), "auto"));
    Waiting.until("an answer", () -> reason(guest).contains("--image"));
    var there = folder.resolve("nothing");
    assertThatThrownBy(() -> elsewhere.core(new CoreRequest(there, Optional.empty(), "auto")))
        .isInstanceOf(IOException.class);
    var unsaid = new CoreRequest(core, Optional.of(there), "auto");
    assertThatThrownBy(() -> elsewhere.core(unsaid))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("nothing");
  }

  private static String reason(LiveGuest guest) {
    return guest.eyes().threads() instanceof Measured.Unknown<?>(var unread) ? unread.why() : "";
  }
}
