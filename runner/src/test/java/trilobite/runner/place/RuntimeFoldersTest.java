// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.run.RunId;
import trilobite.runner.thread.Threads;

class RuntimeFoldersTest {

  private static final RunId RUN = new RunId(12);
  private static final long MEMORY = 64L << 20;
  private static final Space ROOMY = folder -> new Space.Room(true, 1L << 40);

  @TempDir Path folder;
  private Path shm;

  @BeforeEach
  void fallback() throws IOException {
    shm = Files.createDirectory(folder.resolve("shm")).resolve("trilobite-0");
  }

  private RuntimeFolders folders(Path wished, Space space) {
    return new RuntimeFolders(wished, shm, space);
  }

  @Test
  void runsLieWhereXdgWantsThemAndNobodyElseCanEnter() throws IOException {
    var run = folders(folder.resolve("t"), ROOMY).create(RUN, MEMORY);

    assertThat(run).isEqualTo(folder.resolve("t/12"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  @Tag("bad:long-home")
  void aPathTooLongForSocketsFallsBack() throws IOException {
    var deep = Files.createDirectories(folder.resolve("d".repeat(100)).resolve("e".repeat(100)));

    assertThat(folders(deep.resolve("trilobite"), ROOMY).create(RUN, MEMORY))
        .isEqualTo(shm.resolve("12"));
  }

  @Test
  void aDiskIsNoPlaceForRam() throws IOException {
    Space diskFirst = at -> new Space.Room(at.endsWith("shm"), 1L << 40);

    assertThat(folders(folder.resolve("t"), diskFirst).create(RUN, MEMORY))
        .isEqualTo(shm.resolve("12"));
  }

  @Test
  @Tag("bad:shm-full")
  void aFullPlaceFallsBackAndTwoFullOnesSayWhatToDo() throws IOException {
    Space fullFirst = at -> new Space.Room(true, at.endsWith("shm") ? 1L << 40 : MEMORY);
    assertThat(folders(folder.resolve("t"), fullFirst).create(RUN, MEMORY))
        .isEqualTo(shm.resolve("12"));

    Space full = at -> new Space.Room(true, MEMORY);
    assertThatThrownBy(() -> folders(folder.resolve("t"), full).create(new RunId(13), MEMORY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "64 MiB free, 16 MiB kept for other programs, and the guest has 64 MiB")
        .hasMessageContaining("less memory");
  }

  @Test
  void whatOneGuestWasPromisedIsNotGivenToAnother() throws IOException {
    // Room for one and a half, none of it touched yet.
    Space space = at -> new Space.Room(true, RuntimeFolders.MARGIN + MEMORY + MEMORY / 2);
    var folders = folders(folder.resolve("t"), space);
    var first = folders.create(RUN, MEMORY);
    assertThat(first.resolve("ram")).hasSize(MEMORY);

    // The second place is another file system, so the second guest goes there, the third nowhere.
    assertThat(folders.create(new RunId(13), MEMORY)).isEqualTo(shm.resolve("13"));
    assertThatThrownBy(() -> folders.create(new RunId(14), MEMORY))
        .hasMessageContaining(
            "112 MiB free, 64 MiB of it promised to guests that run, 16 MiB kept");

    RuntimeFolders.remove(first);
    assertThat(folders.create(new RunId(14), MEMORY)).isEqualTo(folder.resolve("t/14"));
  }

  @Test
  void manyStartsAtOnceGetNoMoreThanThereIs() throws Exception {
    Space space = at -> new Space.Room(true, RuntimeFolders.MARGIN + 3 * MEMORY);
    var got = new ConcurrentLinkedQueue<Path>();
    var threads = new ArrayList<Thread>();
    for (int i = 1; i <= 8; i++) {
      var id = new RunId(i);
      threads.add(Threads.working("start", () -> start(space, id, got)));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertThat(got).hasSize(3);
  }

  private void start(Space space, RunId id, Queue<Path> got) {
    try {
      got.add(folders(shm, space).create(id, MEMORY));
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("promised");
    }
  }

  @Test
  void aLinkInItsPlaceIsRefused() throws IOException {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("t"), elsewhere);

    assertThatThrownBy(() -> folders(folder.resolve("t"), ROOMY).create(RUN, MEMORY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a folder");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aFolderThatOthersMayEnterIsRefused() throws IOException {
    var open = Files.createDirectory(folder.resolve("t"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThatThrownBy(() -> folders(open, ROOMY).create(RUN, MEMORY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can be entered by others");
  }

  @Test
  void removingCopesWithWhatOthersRemoveMeanwhile() throws Exception {
    var run = folders(folder.resolve("t"), ROOMY).create(RUN, MEMORY);
    for (int i = 0; i < 400; i++) {
      Files.createDirectory(run.resolve("f" + i));
    }
    var other =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 399; i >= 0; i--) {
                    run.resolve("f" + i).toFile().delete();
                  }
                });

    RuntimeFolders.remove(run);
    other.join();

    assertThat(run).doesNotExist();
  }

  @Test
  void removingTakesWhatLiesInIt() throws IOException {
    var run = folders(folder.resolve("t"), ROOMY).create(RUN, MEMORY);
    Files.writeString(run.resolve("ram"), "x");

    RuntimeFolders.remove(run);
    RuntimeFolders.remove(run);

    assertThat(run).doesNotExist();
  }
}
