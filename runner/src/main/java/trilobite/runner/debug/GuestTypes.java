// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import trilobite.model.type.Types;

/// The types of images, from the cache or from gdb. Safe from any thread; blocks for some
/// milliseconds where the answer is kept, for a second or more where gdb has to be asked.
public final class GuestTypes {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TypeCache cache;
  private final DebugFiles files;
  private final Gdb gdb;

  /// @param cache Trilobite's cache folder
  /// @param home the user's
  /// @param env for `PATH` and debuginfod's cache
  public GuestTypes(Path cache, Path home, Map<String, String> env) {
    this(cache, home, env, PATIENCE);
  }

  GuestTypes(Path cache, Path home, Map<String, String> env, Duration patience) {
    this.cache = new TypeCache(cache);
    this.files = new DebugFiles(home, env);
    this.gdb = new Gdb(env.getOrDefault("PATH", "/usr/bin:/bin"), patience);
  }

  /// @param image what boots, or the file of symbols where that is no ELF file
  /// @param project files of symbols that the project names
  /// @throws TypesException where nobody can tell; says what is missing
  /// @throws IOException where the image cannot be read
  public Types of(Path image, List<Path> project, Wanted wanted) throws IOException {
    var file = files.find(image, project);
    var buildId = file.buildId();
    if (buildId.isPresent()) {
      var kept = cache.get(buildId.get(), wanted);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    var json = gdb.types(file.file(), wanted);
    var types = TypesJson.read(json);
    buildId.ifPresent(id -> cache.put(id, wanted, json));
    return types;
  }

  /// A file whose debug information gdb reads beside the first one's.
  ///
  /// @param by how far its addresses were moved
  public record Loaded(Path file, long by) {}

  /// What gdb finds on the stacks of a core's threads, as the JSON that `stacks.py` writes.
  ///
  /// @param image and files as for [#of]
  /// @param locals true for variables, too
  /// @throws TypesException where nobody can tell; says what is missing
  /// @param moved how far the image's own addresses were moved
  /// @param beside programs that the kernel runs
  public String stacks(
      Path image, List<Path> project, long moved, List<Loaded> beside, Path core, boolean locals)
      throws IOException {
    return gdb.stacks(
        new Gdb.Asked(files.find(image, project).file(), moved, beside), core, locals);
  }

  /// Where addresses are in the source, as far as that is known.
  ///
  /// @param image and files as for [#of]
  /// @throws TypesException where nobody can tell; says what is missing
  /// @param moved how far the image's own addresses were moved
  /// @param beside programs that the kernel runs
  public Map<Long, CodeLine> lines(
      Path image, List<Path> project, long moved, List<Loaded> beside, List<Long> addresses)
      throws IOException {
    return LinesJson.read(
        gdb.lines(new Gdb.Asked(files.find(image, project).file(), moved, beside), addresses));
  }

  /// The file with an image's debug information: itself, one beside it, of the project's, or one
  /// that the system or debuginfod's client keeps by its build-id. Nothing is fetched.
  ///
  /// @throws TypesException where there is none; says which file is wanted
  public Path file(Path image, List<Path> project) throws IOException {
    return files.find(image, project).file();
  }
}
