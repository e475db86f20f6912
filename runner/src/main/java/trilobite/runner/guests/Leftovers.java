// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.run.Verdict;
import trilobite.model.time.HostClock;
import trilobite.runner.live.Mention;
import trilobite.runner.live.RunFile;
import trilobite.runner.live.TapNote;
import trilobite.runner.place.RunFolders;
import trilobite.runner.place.RuntimeFolders;

/// Cleans up after owners that died without a word: ends what still runs of their guests, removes
/// runtime folders, and writes into the run's record that nobody was there at its end.
public final class Leftovers {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  /// A folder without an owner's name may be one that is just being made.
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private static final String WHY =
      "The process that owned the guest died; the guest was ended with it, and nobody saw how it"
          + " stood.";

  private static final String LOOKED = "The process that looked into the guest died. ";
  private static final String UNTOUCHED = "The guest itself was not touched.";
  private static final String THEIRS =
      "The process that watched the guest died; the guest went on without it, and nobody saw how it"
          + " ended.";

  private final Places places;

  public Leftovers(Places places) {
    this.places = places;
  }

  /// Cleans up; returns the runs whose records were completed.
  public List<RunId> clear() throws IOException {
    var told = new HashMap<Path, Unrecorded>();
    for (var folder : places.present()) {
      if (deserted(folder) && !Theirs.lives(folder)) {
        hear(folder, told);
        killOrphan(folder);
        RuntimeFolders.remove(folder);
      }
    }
    var lost = new ArrayList<RunId>();
    var present = places.ours().stream().flatMap(f -> RunFolders.number(f).stream()).toList();
    for (var id : places.durable().all()) {
      var folder = places.durable().folder(id);
      if (!present.contains(id)) {
        var settled = settle(folder);
        if (close(id, folder, Optional.ofNullable(told.get(folder)), settled)) {
          lost.add(id);
        }
      }
    }
    return lost;
  }

  private static void hear(Path folder, Map<Path, Unrecorded> told) {
    try {
      told.put(Owner.read(folder).runFolder(), Unrecorded.in(folder));
    } catch (IOException e) {
      LOG.debug("{} does not tell what ran in it: {}", folder, e.getMessage());
    }
  }

  private static boolean deserted(Path folder) throws IOException {
    try {
      return !Owner.read(folder).alive();
    } catch (IOException e) {
      return !young(folder);
    }
  }

  private static boolean young(Path folder) throws IOException {
    var changed = Files.getLastModifiedTime(folder).toInstant();
    return changed.plus(YOUNG).isAfter(HostClock.wall());
  }

  /// There should be none: the guard ends QEMU with its owner. A QEMU is known by the RAM file on
  /// its command line, which no other process names.
  private static void killOrphan(Path folder) {
    Mention.of("mem-path=" + folder.resolve("ram"))
        .forEach(
            process -> {
              LOG.warn("QEMU {} outlived its owner and is ended", process.pid());
              process.destroyForcibly();
            });
  }

  /// Puts a QEMU of somebody else's as it was before its watcher, who is gone, came.
  ///
  /// @return what became of it; empty where nothing was left
  private static String settle(Path folder) {
    return Stream.of(
            settle(folder, new PauseNote(folder)::settle, "The guest may still be paused: "),
            settle(folder, new TapNote(folder)::settle, "Its packet filter may still be in QEMU: "))
        .flatMap(Optional::stream)
        .collect(joining(" "));
  }

  private interface Settling {
    Optional<String> settle() throws IOException;
  }

  private static Optional<String> settle(Path folder, Settling note, String feared) {
    try {
      var became = note.settle();
      became.ifPresent(words -> LOG.info("of {}: {}", folder, words));
      return became;
    } catch (IOException e) {
      LOG.warn("of {}: {}{}", folder, feared, e.getMessage());
      return Optional.of(feared + e.getMessage() + ".");
    }
  }

  /// @param settled what became of its QEMU
  private static boolean close(RunId id, Path folder, Optional<Unrecorded> told, String settled) {
    try {
      var run = RunFile.read(folder);
      if (run.verdict().isPresent()) {
        return false;
      }
      RunFile.write(run.ended(Verdict.LOST, why(run, told, settled)));
      return true;
    } catch (NoSuchFileException e) {
      return begin(id, folder, told);
    } catch (IOException e) {
      // A record that is damaged: there is nothing that could be completed.
      return false;
    }
  }

  private static String why(RunRecord run, Optional<Unrecorded> told, String settled) {
    if (run.target().equals(RunPlace.ATTACHED)) {
      return LOOKED + (settled.isEmpty() ? UNTOUCHED : settled);
    }
    return told.filter(Unrecorded::theirs).isPresent() ? THEIRS : WHY;
  }

  /// Records a run that nobody recorded. A folder in which nothing lies, and for which nobody
  /// signed, tells of nothing and goes; its number is not given again.
  private static boolean begin(RunId id, Path folder, Optional<Unrecorded> told) {
    try {
      // Without an owner's word it may be a run that begins just now.
      if (told.isEmpty() && (young(folder) || removedEmpty(folder))) {
        return false;
      }
      RunFile.write(told.orElseGet(() -> Unrecorded.nothingOf(folder)).lost(id, folder));
      return true;
    } catch (IOException e) {
      LOG.warn("{} cannot be completed: {}", folder, e.getMessage());
      return false;
    }
  }

  private static boolean removedEmpty(Path folder) throws IOException {
    try {
      Files.delete(folder);
      return true;
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }
}
