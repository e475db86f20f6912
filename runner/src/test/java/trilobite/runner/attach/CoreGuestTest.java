// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.inspect.Question;
import trilobite.model.port.CoreRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.run.RunState;
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
    try (var shell = new ShellGuest(folder.resolve("g"), "-qmp unix:$D/q,server=on,wait=off");
        var qmp = shell.client("q")) {
      shell.perform("spawn?2&cored");
      for (var told : shell.truth("threads").get("threads")) {
        stacks.put(told.get("id").asLong(), told.get("stackSize").asLong());
        names.add(told.get("name").asText());
      }
      qmp.execute("stop");
      qmp.execute(
          "dump-guest-memory",
          Map.of("paging", false, "protocol", "file:" + core),
          Duration.ofSeconds(20));
    }
    var guest = elsewhere.core(new CoreRequest(core, Optional.of(image()), "auto"));
    var seen = threads(guest);
    assertThat(seen.source().detail()).contains("tide_threads in vm.core");
    assertThat(seen.value().rows()).hasSize(stacks.size());
    assertThat(seen.value().rows())
        .allSatisfy(row -> assertThat(row.stackSize()).hasValue(stacks.get(row.id())));
    assertThat(seen.value().rows()).extracting(ThreadRow::name).containsExactlyElementsOf(names);
    var idle = known(guest.eyes().ask(new Question.Stack("idle", false))).value();
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
  }

  private static String reason(LiveGuest guest) {
    return guest.eyes().threads() instanceof Measured.Unknown<?>(var unread) ? unread.why() : "";
  }
}
