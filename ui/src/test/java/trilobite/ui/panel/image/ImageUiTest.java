// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.image.ImageIdentity;
import trilobite.model.image.ImageIdentity.Boot;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// The page of an image in its states, and what its buttons do.
@Tag("ui")
final class ImageUiTest {

  private static final Path KERNEL = Path.of("/home/ada/images/hello_qemu-x86_64");
  private static final Path TENDER = Path.of("/home/ada/images/hello.hvt");

  private final FakeDesk desk = new FakeDesk();

  private static ImageIdentity kernel(String os) {
    return new ImageIdentity(
        KERNEL,
        1_482_752,
        "elf32",
        os,
        "x86_64",
        "q35",
        "unikraft",
        "128M",
        "",
        Optional.of("Powered by Unikraft"),
        true,
        Boot.KERNEL,
        Optional.of("6b0d8cf1b0f2"),
        Optional.of(Path.of("/home/ada/images/hello_qemu-x86_64.dbg")),
        List.of(
            "a 32-bit ELF for i386 that wraps 64-bit code",
            "it has a multiboot header, so QEMU boots it by -kernel",
            "“Unikraft 0.17.0” stands in it",
            "machine q35 is proposed"),
        true);
  }

  private static ImageIdentity tender() {
    return new ImageIdentity(
        TENDER,
        312_000,
        "elf64",
        "Solo5 0.12.1",
        "x86_64",
        "",
        "solo5",
        "128M",
        "",
        Optional.empty(),
        true,
        Boot.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of(
            "a Solo5 note says ABI target hvt, version 2",
            "solo5-hvt runs it, on /dev/kvm: QEMU cannot boot it. Build it for virtio to boot it"
                + " here, or start it there and attach to that process"),
        true);
  }

  private Scene scene(Theme theme, Path file) {
    var view = OnFx.get(() -> new ImageView(desk));
    var scene =
        OnFx.get(
            () -> {
              var made = new Scene((Parent) view.node(), 1000, 620);
              theme.apply(made, 1);
              view.look(file);
              return made;
            });
    OnFx.await("the verdict", () -> scene.lookup("#image-verdict") != null);
    return scene;
  }

  private static String text(Scene scene, String selector) {
    return ((Labeled) Objects.requireNonNull(scene.lookup(selector))).getText();
  }

  @Test
  void bootMakesTheProjectAndRunsItOnceItIsOpen() {
    desk.workbench().images().put(kernel("Unikraft 0.17.0"));
    var scene = scene(Theme.DARK, KERNEL);
    assertThat(OnFx.get(() -> text(scene, "#image-verdict")))
        .isEqualTo("It boots in QEMU as a kernel, on q35 with 128M of memory.");
    OnFx.run(() -> desk.session().project().set(Optional.empty()));
    OnFx.run(((Button) scene.lookup("#image-boot"))::fire);
    OnFx.await(
        "the project", () -> desk.session().asked().contains("openProject " + Samples.FOLDER));
    assertThat(desk.session().asked()).doesNotContain("startRun");
    OnFx.run(
        () ->
            desk.session()
                .project()
                .set(
                    Optional.of(
                        new trilobite.ui.panel.OpenProject(
                            Samples.FOLDER, Samples.parsed(), "default", true))));
    OnFx.await("the run", () -> desk.session().asked().contains("startRun"));
  }

  @Test
  void whatOnlyAnotherMonitorRunsIsNamedWithItAndHasNoBoot() {
    desk.workbench().images().put(tender());
    var scene = scene(Theme.DARK, TENDER);
    assertThat(OnFx.get(() -> text(scene, "#image-verdict"))).contains("cannot boot in QEMU");
    assertThat(scene.lookup("#image-boot")).isNull();
    assertThat(ImageWords.why(tender())).anyMatch(line -> line.startsWith("solo5-hvt runs it"));
  }

  @Test
  void aFileThatIsGoneSaysSo() {
    var view = OnFx.get(() -> new ImageView(desk));
    OnFx.run(() -> view.look(Path.of("/gone")));
    OnFx.await("the error", () -> view.node().lookup(".tri-hint-title") != null);
    OnFx.await(
        "what failed",
        () ->
            view.node().lookup(".tri-hint-text") instanceof Labeled words
                && words.getText().contains("/gone"));
  }

  @Test
  void pictures() {
    desk.workbench().images().put(kernel("Unikraft 0.17.0"));
    desk.workbench().images().put(tender());
    for (var theme : Theme.values()) {
      Snapshot.compare("image", theme, scene(theme, KERNEL));
      Snapshot.compare("image-elsewhere", theme, scene(theme, TENDER));
      var empty =
          OnFx.get(
              () -> {
                var made = new Scene((Parent) new ImageView(desk).node(), 1000, 400);
                theme.apply(made, 1);
                return made;
              });
      Snapshot.compare("image-empty", theme, empty);
    }
  }
}
