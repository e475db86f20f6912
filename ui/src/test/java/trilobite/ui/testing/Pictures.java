// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// Reads, writes and compares pictures.
public final class Pictures {

  /// A channel may be off by this much before a pixel counts as different: fonts are smoothed a
  /// little differently from one FreeType to the next.
  private static final int CHANNEL_TOLERANCE = 40;

  /// Share of pixels that may be different.
  private static final double PIXEL_TOLERANCE = 0.01;

  private Pictures() {}

  /// Pixels as ARGB, row by row.
  @SuppressWarnings("ArrayRecordComponent")
  public record Picture(int width, int height, int[] argb) {

    /// The colour at a point.
    public int at(int x, int y) {
      return argb[y * width + x];
    }
  }

  public static Picture of(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new Picture(width, height, argb);
  }

  /// In words, how `now` differs; empty where it does not.
  public static Optional<String> difference(Picture golden, Picture now) {
    if (golden.width != now.width || golden.height != now.height) {
      return Optional.of(
          golden.width + "×" + golden.height + " became " + now.width + "×" + now.height);
    }
    long different = 0;
    for (int i = 0; i < golden.argb.length; i++) {
      different += differ(golden.argb[i], now.argb[i]) ? 1 : 0;
    }
    double share = (double) different / golden.argb.length;
    return share <= PIXEL_TOLERANCE
        ? Optional.empty()
        : Optional.of(String.format("%.1f %% of its pixels", share * 100));
  }

  private static boolean differ(int a, int b) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((a >> shift & 255) - (b >> shift & 255)) > CHANNEL_TOLERANCE) {
        return true;
      }
    }
    return false;
  }

  static void save(Picture picture, Path file) throws IOException {
    var image = new BufferedImage(picture.width, picture.height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, picture.width, picture.height, picture.argb, 0, picture.width);
    ImageIO.write(image, "png", file.toFile());
  }

  static Picture load(Path file) throws IOException {
    var image = ImageIO.read(file.toFile());
    int width = image.getWidth();
    int height = image.getHeight();
    return new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }
}
