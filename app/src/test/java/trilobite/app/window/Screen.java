// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelFormat;
import javafx.scene.robot.Robot;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The whole screen as a picture; on a test's failure it is kept in `target/screens/`.
final class Screen implements AfterTestExecutionCallback {

  static final int WIDTH = 1600;
  static final int HEIGHT = 1000;

  @Override
  public void afterTestExecution(ExtensionContext test) throws IOException {
    if (test.getExecutionException().isPresent()) {
      var name = test.getRequiredTestClass().getSimpleName() + "-" + test.getDisplayName();
      save(take(), Path.of("target/screens", name.replaceAll("[^A-Za-z0-9-]", "") + ".png"));
    }
  }

  static BufferedImage take() {
    return Patience.onFx(
        () -> {
          var seen = new Robot().getScreenCapture(null, new Rectangle2D(0, 0, WIDTH, HEIGHT));
          int width = (int) seen.getWidth();
          int height = (int) seen.getHeight();
          var argb = new int[width * height];
          seen.getPixelReader()
              .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
          var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
          image.setRGB(0, 0, width, height, argb, 0, width);
          return image;
        });
  }

  static void save(BufferedImage image, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
