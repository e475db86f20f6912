// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.run.RunId;
import trilobite.runner.OtherJava;
import trilobite.runner.thread.Threads;

class RunFoldersTest {

  private static final int EACH = 20;

  @TempDir Path state;

  @Test
  void numbersGoUpFromOne() throws IOException {
    var folders = new RunFolders(state);

    assertThat(folders.next()).isEqualTo(new RunId(1));
    assertThat(folders.next()).isEqualTo(new RunId(2));
    assertThat(folders.folder(new RunId(2))).isEmptyDirectory();
    assertThat(folders.all()).containsExactly(new RunId(1), new RunId(2));
  }

  @Test
  void whereNothingCanBeWrittenItSaysWhatItWantedAndWhatHelps() throws IOException {
    Files.writeString(state.resolve("runs"), "in the way");

    assertThatThrownBy(() -> new RunFolders(state).next())
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(state.resolve("runs").toString(), "exists", "XDG_STATE_HOME");
  }

  @Test
  void aDeletedRunsNumberIsNotGivenAgain() throws IOException {
    var folders = new RunFolders(state);
    Files.delete(folders.folder(folders.next()));

    assertThat(folders.next()).isEqualTo(new RunId(2));
  }

  @Test
  void aLostOrDamagedCounterIsMadeUpForByTheFolders() throws IOException {
    var folders = new RunFolders(state);
    folders.next();
    Files.writeString(state.resolve("runs/last"), "gibberish");

    assertThat(folders.next()).isEqualTo(new RunId(2));
  }

  @Test
  void aCounterThatFellBackWhileNobodyWasThereIsMadeUpForByTheFolders() throws IOException {
    var folders = new RunFolders(state);
    folders.next();
    folders.next();
    Files.writeString(state.resolve("runs/last"), "1\n");
    Files.delete(folders.folder(new RunId(1)));

    assertThat(new RunFolders(state).next()).isEqualTo(new RunId(3));
  }

  @Test
  void foldersThatCameBesideTheCounterAreSteppedOver() throws IOException {
    var folders = new RunFolders(state);
    folders.next();
    Files.createDirectory(folders.folder(new RunId(2)));
    Files.createDirectory(folders.folder(new RunId(3)));

    assertThat(folders.next()).isEqualTo(new RunId(4));
  }

  @Test
  void threadsNeverShareANumber() throws Exception {
    var taken = new ConcurrentSkipListSet<RunId>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 8; i++) {
      threads.add(Threads.working("taker", () -> take(taken)));
    }
    for (var thread : threads) {
      thread.join();
    }

    assertThat(taken).hasSize(8 * EACH);
  }

  @Test
  void processesNeverShareANumber() throws Exception {
    var command = OtherJava.command(TakesNumbers.class, state, EACH);
    var one = new ProcessBuilder(command).redirectErrorStream(true).start();
    var two = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = Stream.concat(one.inputReader().lines(), two.inputReader().lines());

    assertThat(said.distinct()).hasSize(2 * EACH);
  }

  private void take(ConcurrentSkipListSet<RunId> into) {
    try {
      for (int i = 0; i < EACH; i++) {
        into.add(new RunFolders(state).next());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Another process that takes numbers and prints them.
  static final class TakesNumbers {
    private TakesNumbers() {}

    public static void main(String[] args) throws IOException {
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        System.out.println(new RunFolders(Path.of(args[0])).next().number());
      }
    }
  }
}
