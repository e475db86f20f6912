// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/// Pictures of nodes as PNG files.
public final class Png {

  private static final double SHARPNESS = 2;

  private Png() {}

  /// Draws a node at twice its size. JavaFX thread.
  public static Image draw(Node node) {
    var parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(SHARPNESS, SHARPNESS));
    return node.snapshot(parameters, null);
  }

  /// The file's bytes. Any thread, once nobody writes to the image any more.
  public static byte[] encode(Image image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, argb, 0, width);
    var out = new ByteArrayOutputStream();
    if (!ImageIO.write(picture, "png", out)) {
      throw new IOException("this Java runtime has no PNG writer");
    }
    return out.toByteArray();
  }
}
