// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.onFx;
import static trilobite.app.window.Patience.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An image of somebody else's dropped on the window: the page says what it is and boots it.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class ImageStepTest {

  /// Debian's package memtest86+.
  private static final Path MEMTEST = Path.of("/boot/memtest86+x64.bin");

  @RegisterExtension final Sitting sitting = new Sitting();

  @Test
  void aDroppedKernelIsNamedAndBoots() throws Exception {
    var window = sitting.open();
    var person = new Person(window);
    var drawer = onFx(() -> drawer(MEMTEST));
    try {
      var from = person.centre(drawer.getScene().getRoot());
      var robot = person.robot();
      robot.moveTo(from).press(MouseButton.PRIMARY);
      for (int step = 1; step <= 12; step++) {
        robot.moveTo(new Point2D(from.getX() + step * 30, from.getY() + step * 12));
      }
      robot.release(MouseButton.PRIMARY);
      person.awaitText("#image-verdict", "It boots in QEMU as a kernel, on");
    } finally {
      onFx(
          () -> {
            drawer.hide();
            return true;
          });
    }
    assertThat(person.text("#image-why")).contains("Memtest86+");
    // By the keyboard: the page gave its button the focus.
    person.focus();
    person.await("#image-boot:focused");
    person.keys(KeyCode.ENTER);
    person.awaitText("#state-chip", "Running");
    until("the console on disk", () -> sitting.home().console(1).contains("Memtest86+"));
    person.awaitText("#project-menu", "memtest86+x64.bin");
    person.click("#guest-stop");
    until("no QEMU", () -> sitting.home().qemus().isEmpty());
  }

  /// Another program's window that files can be dragged out of.
  private static Stage drawer(Path file) {
    assertThat(Files.isReadable(file)).isTrue();
    var label = new Label("a file");
    label.setMinSize(80, 40);
    label.setOnDragDetected(
        event -> {
          var content = new ClipboardContent();
          content.putFiles(List.of(file.toFile()));
          label.startDragAndDrop(TransferMode.COPY).setContent(content);
          event.consume();
        });
    var stage = new Stage(StageStyle.UNDECORATED);
    stage.setScene(new Scene(label));
    stage.setX(200);
    stage.setY(200);
    stage.setAlwaysOnTop(true);
    stage.show();
    return stage;
  }
}
