// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import trilobite.runner.data.Data;

/// The demo guest's kit as files: compilers cannot read a jar. Unpacked once for each content, by
/// renaming a finished folder into place, so that any number of processes may do so at once.
public final class Kit {

  private static final String FOLDER = "guest";

  private final Data data;
  private final Path cache;

  /// What the program ships stays as it is while it runs, and some megabytes take a while.
  private volatile Optional<String> hash = Optional.empty();

  /// @param cache Trilobite's folder of things that can be made again
  public Kit(Data data, Path cache) {
    this.data = data;
    this.cache = cache;
  }

  /// The kit's folder; empty where the program was built without one.
  public Optional<Path> folder() throws IOException {
    if (data.files(FOLDER).isEmpty()) {
      return Optional.empty();
    }
    if (hash.isEmpty()) {
      hash = Optional.of(hash());
    }
    var place = cache.resolve("kit").resolve(hash.get());
    if (!Files.isDirectory(place)) {
      unpack(place);
    }
    return Optional.of(place);
  }

  private void unpack(Path place) throws IOException {
    var temporary = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID());
    try {
      for (var file : data.files(FOLDER)) {
        var to = temporary.resolve(file.substring(FOLDER.length() + 1));
        Files.createDirectories(to.getParent());
        try (var in = data.open(file)) {
          Files.copy(in, to);
        }
      }
      Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(place)) {
        throw e;
      }
      // Another process was faster; its folder holds the same.
    } finally {
      delete(temporary);
    }
  }

  private String hash() throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : data.files(FOLDER)) {
        digest.update((file + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (var in = data.open(file)) {
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
