// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.image.DebugImage;
import trilobite.runner.image.SameCode;

/// Where the debug information of an image may lie: in itself, beside it, among the project's
/// files, in the system's folder of debug files, and in what debuginfod fetched before. Nothing is
/// fetched.
final class DebugFiles {

  private static final Path SYSTEM = Path.of("/usr/lib/debug/.build-id");

  private final Path home;
  private final Map<String, String> env;

  /// @param home the user's, for debuginfod's cache
  DebugFiles(Path home, Map<String, String> env) {
    this.home = home;
    this.env = env;
  }

  /// The first file with debug information of just this image.
  ///
  /// @throws TypesException where there is none; says which file is wanted
  DebugImage find(Path image, List<Path> project) throws IOException {
    var own = DebugImage.read(image);
    if (own.dwarf()) {
      return own;
    }
    var others = new ArrayList<String>();
    for (var file : places(image, own.buildId(), project)) {
      if (Files.isRegularFile(file)) {
        var found = read(file);
        if (found.filter(DebugImage::dwarf).isPresent()) {
          if (same(own, found.get())) {
            return found.get();
          }
          others.add(file.getFileName() + " is of another build");
        }
      }
    }
    throw new TypesException(wanted(image, own.buildId(), others));
  }

  /// By build-id; where the image has none, since a wrapper lost it, by what both load.
  private static boolean same(DebugImage own, DebugImage other) {
    return own.buildId().isPresent()
        ? own.buildId().equals(other.buildId())
        : SameCode.in(own.file(), other.file());
  }

  private List<Path> places(Path image, Optional<String> buildId, List<Path> project) {
    var places = new ArrayList<>(project);
    for (var ending : List.of(".dbg", ".debug")) {
      places.add(image.resolveSibling(image.getFileName() + ending));
      places.add(image.resolveSibling(stem(image) + ending));
    }
    buildId
        .filter(id -> id.length() > 2)
        .ifPresent(
            id -> {
              places.add(SYSTEM.resolve(id.substring(0, 2)).resolve(id.substring(2) + ".debug"));
              places.add(fetched().resolve(id).resolve("debuginfo"));
            });
    return places;
  }

  /// Where debuginfod's client keeps what it fetched; see debuginfod_find_debuginfo(3).
  private Path fetched() {
    var named = env.getOrDefault("DEBUGINFOD_CACHE_PATH", "");
    if (named.startsWith("/")) {
      return Path.of(named);
    }
    var cache = env.getOrDefault("XDG_CACHE_HOME", "");
    return (cache.startsWith("/") ? Path.of(cache) : home.resolve(".cache"))
        .resolve("debuginfod_client");
  }

  private static String stem(Path image) {
    return String.valueOf(image.getFileName()).replaceFirst("\\.[a-z]+$", "");
  }

  private static Optional<DebugImage> read(Path file) {
    try {
      return Optional.of(DebugImage.read(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String wanted(Path image, Optional<String> buildId, List<String> others) {
    var why = new StringBuilder();
    why.append(image.getFileName()).append(" has no debug information; wanted is a file with it");
    buildId.ifPresent(id -> why.append(", of build-id ").append(id));
    why.append(": build with -g, or name the file in debug.symbols");
    others.forEach(other -> why.append("; ").append(other));
    return why.toString();
  }
}
