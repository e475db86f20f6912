// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.time.HostClock;
import trilobite.model.type.Types;
import trilobite.runner.file.SafeFile;

/// Layouts that were read before, by build-id and question. A file that is broken counts as absent;
/// the longest unused go first once there are too many.
final class TypeCache {

  private static final Logger LOG = LoggerFactory.getLogger(TypeCache.class);
  private static final String VERSION = "v3";
  private static final int MOST_FILES = 100;

  private final Path folder;

  /// @param cache Trilobite's cache folder
  TypeCache(Path cache) {
    this.folder = cache.resolve("types");
  }

  Optional<Types> get(String buildId, Wanted wanted) {
    var file = file(buildId, wanted);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > Gdb.MOST_TEXT) {
        return Optional.empty();
      }
      var types = TypesJson.read(Files.readString(file));
      Files.setLastModifiedTime(file, FileTime.from(HostClock.wall()));
      return Optional.of(types);
    } catch (IOException e) {
      LOG.info("{} is of no use and will be written anew: {}", file.getFileName(), e.getMessage());
      return Optional.empty();
    }
  }

  /// Keeps an answer of gdb's. That it could not be kept is no error: it is asked again.
  void put(String buildId, Wanted wanted, String json) {
    try {
      Files.createDirectories(folder);
      SafeFile.replace(file(buildId, wanted), json.getBytes(StandardCharsets.UTF_8));
      trim();
    } catch (ClosedByInterruptException e) {
      // The run ended meanwhile; the next one asks gdb again.
    } catch (IOException e) {
      LOG.info("layouts cannot be kept in {}: {}", folder, e.getMessage());
    }
  }

  private Path file(String buildId, Wanted wanted) {
    return folder.resolve(buildId + "-" + wanted.digest() + "-" + VERSION + ".json");
  }

  private void trim() throws IOException {
    try (var all = Files.list(folder)) {
      var newestFirst =
          all.filter(file -> file.toString().endsWith(".json"))
              .sorted(Comparator.comparing(TypeCache::used).reversed())
              .toList();
      for (var old : newestFirst.stream().skip(MOST_FILES).toList()) {
        Files.deleteIfExists(old);
      }
    }
  }

  private static FileTime used(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
