// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import trilobite.model.run.RunId;
import trilobite.runner.place.RuntimeFolders;

/// A run's number and its two folders.
public record RunPlace(RunId id, Path durable, Path runtime, long memory) {

  /// The target of a run that only looks into a guest.
  public static final String ATTACHED = "attached";

  /// Takes a number and makes both folders.
  ///
  /// @throws IOException where there is no room for the guest's RAM, or a folder cannot be made
  static RunPlace take(Places places, Decision decision) throws IOException {
    return take(places, decision.target().memorySize().orElseThrow().bytes(), wanted(decision));
  }

  /// The same for a run that is known only by what it boots.
  static RunPlace take(Places places, long memory, Wanted wanted) throws IOException {
    var id = places.next();
    var durable = places.durable().folder(id);
    try {
      var runtime = places.runtime().create(id, memory);
      wanted.write(runtime);
      Owner.self(durable).write(runtime);
      return new RunPlace(id, durable, runtime, memory);
    } catch (IOException e) {
      Files.deleteIfExists(durable);
      throw e;
    }
  }

  /// As [#take(Places, Decision)] for a guest that runs already and keeps its RAM itself.
  ///
  /// @param folder where the guest was started
  static RunPlace attached(Places places, String name, Path folder) throws IOException {
    var id = places.next();
    var durable = places.durable().folder(id);
    try {
      var runtime = places.runtime().create(id, 0);
      new Wanted(name, folder, ATTACHED).write(runtime);
      Owner.self(durable).write(runtime);
      return new RunPlace(id, durable, runtime, 0);
    } catch (IOException e) {
      Files.deleteIfExists(durable);
      throw e;
    }
  }

  private static Wanted wanted(Decision decision) {
    return new Wanted(decision.project().name(), decision.folder(), decision.target().name());
  }

  /// Removes both folders of a run that never came to be.
  public void giveBack() throws IOException {
    RuntimeFolders.remove(runtime);
    RuntimeFolders.remove(durable);
  }
}
