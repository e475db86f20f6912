// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.check.ImageFacts;
import trilobite.runner.image.ImageReader;

/// Keeps a copy of the last image that a build made, and puts it back where a failed build spoilt
/// or removed the one in the project.
///
/// @param folder of the copies
/// @param image in the project
/// @param symbols beside it, where the toolchain makes them apart
record LastGood(Path folder, Path image, Optional<Path> symbols) {

  private static final Logger log = LoggerFactory.getLogger(LastGood.class);

  /// Larger images are not copied: a failed build may then leave none.
  private static final long LARGEST = 512L << 20;

  /// Copies the image. A build is as good without: trouble is logged.
  void keep() {
    try {
      if (Files.size(image) <= LARGEST) {
        Files.createDirectories(folder);
        copy(image, folder.resolve("image"));
        if (symbols.filter(Files::exists).isPresent()) {
          copy(symbols.get(), folder.resolve("symbols"));
        }
      }
    } catch (IOException e) {
      log.warn("The image could not be kept for after a failed build: {}", e.getMessage());
    }
  }

  /// Makes sure that the project holds an image that can boot, if there ever was one.
  ///
  /// @return true where it now does
  boolean restore() throws IOException {
    if (usable(image)) {
      return true;
    }
    if (!Files.exists(folder.resolve("image"))) {
      return false;
    }
    Files.createDirectories(image.getParent());
    copy(folder.resolve("image"), image);
    if (symbols.isPresent() && Files.exists(folder.resolve("symbols"))) {
      copy(folder.resolve("symbols"), symbols.get());
    }
    return usable(image);
  }

  private static boolean usable(Path image) {
    return Files.isRegularFile(image) && ImageReader.facts(image).bootable();
  }

  ImageFacts facts() {
    return ImageReader.facts(image);
  }

  /// How old the image is, in words.
  String age(Instant now) throws IOException {
    var age = Duration.between(Files.getLastModifiedTime(image).toInstant(), now);
    if (age.toMinutes() < 1) {
      return "of less than a minute ago";
    }
    if (age.toHours() < 1) {
      return "of " + age.toMinutes() + " min ago";
    }
    return age.toDays() < 1 ? "of " + age.toHours() + " h ago" : "of " + age.toDays() + " days ago";
  }

  private static void copy(Path from, Path to) throws IOException {
    var temporary = to.resolveSibling("." + to.getFileName() + ".new");
    try {
      Files.copy(
          from, temporary, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(
          temporary, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
