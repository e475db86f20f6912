// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.onFx;
import static trilobite.app.window.Patience.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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

  private static final Path UBOOT = Path.of("/usr/lib/u-boot");

  @RegisterExtension final Sitting sitting = new Sitting();

  @Test
  void aDroppedKernelIsNamedAndBoots() throws Exception {
    var person = new Person(sitting.open());
    drop(person, MEMTEST, "It boots in QEMU as a kernel, on");
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

  /// What boots in the firmware's place, as a packed kernel and as a disk, for two architectures:
  /// Debian's packages ipxe, u-boot-qemu and what qemu-img makes.
  @Test
  void firmwareKernelsAndDisksOfOthersBootFromTheirPages() throws Exception {
    var disk = sitting.home().desktop().resolve("disk.qcow2");
    var iso = "/usr/lib/ipxe/ipxe.iso";
    var made =
        new ProcessBuilder("qemu-img", "convert", "-O", "qcow2", iso, disk.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    var person = new Person(sitting.open());
    var images = new LinkedHashMap<Path, String>();
    images.put(Path.of("/usr/lib/ipxe/ipxe.lkrn"), "as a kernel, on");
    images.put(UBOOT.resolve("qemu-x86/u-boot.rom"), "in place of the machine's firmware, on pc");
    images.put(
        UBOOT.resolve("qemu_arm64/u-boot.bin"), "in place of the machine's firmware, on virt");
    images.put(disk, "as a disk, on");
    for (var image : images.entrySet()) {
      var file = image.getKey();
      drop(person, file, "It boots in QEMU " + image.getValue());
      person.click("#image-boot");
      person.awaitText("#project-menu", file.getFileName().toString());
      // iPXE says nothing on the serial line, so it stays at booting.
      person.awaitText("#state-chip", "pid ");
      person.click("#guest-stop");
      until("no QEMU", () -> sitting.home().qemus().isEmpty());
    }
  }

  /// Drags a file out of another program's window into ours, until the page says what it is.
  private static void drop(Person person, Path file, String verdict) throws Exception {
    var drawer = onFx(() -> drawer(file));
    try {
      var from = person.centre(drawer.getScene().getRoot());
      var robot = person.robot();
      robot.moveTo(from).press(MouseButton.PRIMARY);
      for (int step = 1; step <= 12; step++) {
        robot.moveTo(new Point2D(from.getX() + step * 30, from.getY() + step * 12));
      }
      robot.release(MouseButton.PRIMARY);
      person.awaitText("#image-verdict", verdict);
    } finally {
      onFx(
          () -> {
            drawer.hide();
            return true;
          });
    }
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
