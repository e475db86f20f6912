// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import trilobite.ui.theme.Theme;

/// Pictures of nodes, written to `target/pictures/` and compared with those that a person has
/// looked at, in `src/test/resources/golden/`. After looking at new ones, `-Dgolden.update=true`
/// keeps them.
public final class Snapshot {

  private static final Path PICTURES = Path.of("target/pictures");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private Snapshot() {}

  /// Draws what `node` makes, in an off-screen scene of each theme, and compares both pictures.
  public static void both(String name, int width, int height, Supplier<? extends Parent> node) {
    for (var theme : Theme.values()) {
      var scene =
          OnFx.get(
              () -> {
                var made = new Scene(node.get(), width, height);
                theme.apply(made, 1);
                return made;
              });
      compare(name, theme, scene);
    }
  }

  /// Draws a scene as it is now and compares the picture.
  public static void compare(String name, Theme theme, Scene scene) {
    var picture = take(name, theme, scene);
    var golden = GOLDEN.resolve(file(name, theme));
    if (Boolean.getBoolean("golden.update")) {
      write(golden, picture);
      return;
    }
    if (!Files.exists(golden)) {
      throw new AssertionError(
          "nobody has approved "
              + PICTURES.resolve(file(name, theme))
              + " yet: look at it, then run with -Dgolden.update=true");
    }
    var difference = Pictures.difference(read(golden), picture);
    if (difference.isPresent()) {
      throw new AssertionError(
          PICTURES.resolve(file(name, theme))
              + " differs from "
              + golden
              + ": "
              + difference.get());
    }
  }

  /// Draws a scene and keeps the picture in `target/pictures/` without comparing it.
  public static Pictures.Picture take(String name, Theme theme, Scene scene) {
    Image image =
        OnFx.get(
            () -> {
              // Twice: the first layout pass may create cells that only the second one sizes.
              scene.snapshot(null);
              return scene.snapshot(null);
            });
    var picture = Pictures.of(image);
    write(PICTURES.resolve(file(name, theme)), picture);
    return picture;
  }

  private static String file(String name, Theme theme) {
    return name + "-" + theme.word() + ".png";
  }

  private static void write(Path file, Pictures.Picture picture) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Pictures.save(picture, file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Pictures.Picture read(Path file) {
    try {
      return Pictures.load(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
