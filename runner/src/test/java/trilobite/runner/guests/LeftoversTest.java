// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.run.RunId;
import trilobite.model.run.Verdict;
import trilobite.model.time.HostClock;
import trilobite.runner.live.RunFile;
import trilobite.runner.place.RunFolders;
import trilobite.runner.place.RuntimeFolders;
import trilobite.runner.place.Space;

/// Owners that died before they wrote down that a run began.
class LeftoversTest {

  private static final long MEMORY = 64L << 20;
  private static final Wanted REEF = new Wanted("reef", Path.of("/src/two\nlines"), "small");

  @TempDir Path root;
  private Places places;
  private Leftovers leftovers;

  @BeforeEach
  void open() throws IOException {
    var shm = Files.createDirectory(root.resolve("shm"));
    Space roomy = _ -> new Space.Room(true, 1L << 40);
    places =
        new Places(
            new RunFolders(root.resolve("state")),
            new RuntimeFolders(shm.resolve("one"), shm.resolve("two"), roomy));
    leftovers = new Leftovers(places);
  }

  /// A run that got as far as its folders, by an owner with this start time.
  private RunId begun(long start) throws IOException {
    var id = places.next();
    var durable = places.durable().folder(id);
    var runtime = places.runtime().create(id, MEMORY);
    REEF.write(runtime);
    new Owner(ProcessHandle.current().pid(), start, durable).write(runtime);
    return id;
  }

  @Test
  void aRunWithoutARecordGetsOneThatSaysWhatIsKnown() throws IOException {
    // No process of this number started then, so its owner is gone.
    var id = begun(1);

    assertThat(leftovers.clear()).containsExactly(id);

    var run = RunFile.read(places.durable().folder(id));
    assertThat(run.verdict()).contains(Verdict.LOST);
    assertThat(run.why()).contains("died before the run was recorded");
    assertThat(run.project()).isEqualTo("reef");
    assertThat(run.projectFolder()).isEqualTo(REEF.folder());
    assertThat(run.target()).isEqualTo("small");
    assertThat(run.memory()).isEqualTo(MEMORY);
    assertThat(run.command()).isEmpty();
    assertThat(run.started()).isBetween(HostClock.wall().minusSeconds(60), HostClock.wall());
    assertThat(places.present()).isEmpty();
    assertThat(leftovers.clear()).isEmpty();
  }

  @Test
  void aRunThatBeginsJustNowIsLeftAlone() throws IOException {
    var self = Owner.self(root);
    var signed = begun(self.start());
    var unsigned = places.next();

    assertThat(leftovers.clear()).isEmpty();

    assertThat(places.present()).hasSize(1);
    assertThat(places.durable().all()).containsExactly(signed, unsigned);
  }

  @Test
  void anOldFolderThatTellsOfNothingGoes() throws IOException {
    var id = places.next();
    age(places.durable().folder(id));

    assertThat(leftovers.clear()).isEmpty();

    assertThat(places.durable().all()).isEmpty();
    assertThat(places.next()).as("its number").isEqualTo(new RunId(2));
  }

  @Test
  void anOldFolderWithAConsoleIsARunOfWhichNothingElseIsKnown() throws IOException {
    var id = places.next();
    var folder = places.durable().folder(id);
    Files.writeString(folder.resolve("console.log"), "up\n");
    age(folder);

    assertThat(leftovers.clear()).containsExactly(id);

    assertThat(RunFile.read(folder).project()).isEqualTo("unknown");
    assertThat(folder.resolve("console.log")).hasContent("up\n");
  }

  @Test
  void aDamagedRecordIsNotWrittenOver() throws IOException {
    var id = begun(1);
    var record = places.durable().folder(id).resolve("run.json");
    Files.writeString(record, "{");

    assertThat(leftovers.clear()).isEmpty();

    assertThat(record).hasContent("{");
  }

  private static void age(Path folder) throws IOException {
    var old = HostClock.wall().minus(Duration.ofHours(1));
    Files.setLastModifiedTime(folder, FileTime.from(old));
  }
}
