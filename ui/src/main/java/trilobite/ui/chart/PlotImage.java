// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.nio.IntBuffer;
import java.util.List;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import trilobite.model.time.Mark;
import trilobite.model.time.Timeline;

/// Pixels of one plot on the screen. Painting writes them in place and hands the whole image to the
/// graphics pipeline once; nothing is allocated until the size changes.
final class PlotImage extends ImageView {

  private Raster raster = new Raster(1, 1);
  private PixelBuffer<IntBuffer> buffer = buffer(raster);

  PlotImage() {
    setManaged(false);
    setMouseTransparent(true);
    setImage(new WritableImage(buffer));
  }

  private static PixelBuffer<IntBuffer> buffer(Raster raster) {
    // Opaque pixels are their own premultiplied form.
    return new PixelBuffer<>(
        raster.width,
        raster.height,
        IntBuffer.wrap(raster.pixels),
        PixelFormat.getIntArgbPreInstance());
  }

  /// Makes the image cover `width` × `height` of the layout at `scale` device pixels each.
  void size(double width, double height, double scale) {
    // One less than a series gives: the cache reads one more.
    int columns = Math.clamp(Math.round(width * scale), 1, Timeline.MOST_COLUMNS - 1);
    int rows = Math.clamp(Math.round(height * scale), 1, 8192);
    if (columns != raster.width || rows != raster.height) {
      raster = new Raster(columns, rows);
      buffer = buffer(raster);
      setImage(new WritableImage(buffer));
    }
    setFitWidth(columns / scale);
    setFitHeight(rows / scale);
  }

  int columns() {
    return raster.width;
  }

  void paint(Painter painter, Frame frame, List<Double> ticks, List<Mark> marks) {
    buffer.updateBuffer(
        pixels -> {
          painter.paint(raster, frame, ticks, marks);
          return null;
        });
  }
}
