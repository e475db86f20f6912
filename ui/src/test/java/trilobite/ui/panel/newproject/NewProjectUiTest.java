// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.build.ToolchainInfo;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// The New project page by mouse and keyboard.
@Tag("ui")
final class NewProjectUiTest {

  private final FakeDesk desk = new FakeDesk();
  private final FxRobot robot = new FxRobot();
  private Optional<Path> chosen = Optional.empty();
  private NewProjectView view;
  private Stage stage;

  @BeforeEach
  void open() {
    desk.workbench()
        .builds()
        .toolchains(
            List.of(
                new ToolchainInfo(
                    "tide",
                    "Demo",
                    "C, bundled guests",
                    true,
                    "gcc 12.2.0",
                    "",
                    List.of("tidepool")),
                new ToolchainInfo(
                    "make", "Make", "any Makefile", true, "GNU Make 4.3", "", List.of()),
                new ToolchainInfo(
                    "linux-microvm",
                    "Linux microVM",
                    "baseline to compare with",
                    false,
                    "busybox is missing",
                    "apt-get install busybox-static",
                    List.of())));
    OnFx.run(
        () -> {
          view = new NewProjectView(desk, Path.of("/home/someone"), from -> chosen.orElse(from));
          var scene = new Scene((Parent) view.node(), 912, 700);
          Theme.DARK.apply(scene, 1);
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
          stage.requestFocus();
        });
    OnFx.await("cards", () -> view.node().lookup("#toolchain-tide") != null);
  }

  @AfterEach
  void close() {
    OnFx.run(stage::close);
  }

  private void type(String id, String text) {
    OnFx.run(() -> ((TextField) Objects.requireNonNull(view.node().lookup(id))).setText(text));
  }

  private boolean createIsOff() {
    return Objects.requireNonNull(view.node().lookup("#new-create")).isDisabled();
  }

  private String summary() {
    return ((Label) Objects.requireNonNull(view.node().lookup("#new-summary"))).getText();
  }

  @Test
  void createsAndOpensTheProject() {
    type("#new-name", "reef");
    OnFx.await("a ready page", () -> !createIsOff());
    robot.clickOn("#new-create");
    OnFx.await(
        "an open project",
        () -> desk.session().asked().contains("openProject /home/someone/src/reef"));
  }

  @Test
  void createIsOffWhileSomethingIsWrongAndNamesTheSection() {
    assertThat(OnFx.get(this::createIsOff)).isTrue();
    assertThat(OnFx.get(this::summary))
        .isEqualTo(
            "Creates “HTTP server in C” for Demo in a folder of /home/someone/src, once it has a"
                + " name");
    type("#new-name", "a/b");
    OnFx.await("a problem", () -> summary().equals("1 problem in Name and place"));
    assertThat(OnFx.get(this::createIsOff)).isTrue();
    type("#new-name", "reef");
    OnFx.await(
        "what comes to be",
        () -> summary().equals("Creates “HTTP server in C” for Demo in /home/someone/src/reef"));
  }

  @Test
  void aFolderWithFilesIsNotTaken() {
    type("#new-parent", Objects.requireNonNull(Samples.FOLDER.getParent()).toString());
    type("#new-name", Objects.requireNonNull(Samples.FOLDER.getFileName()).toString());
    OnFx.await("a problem", () -> summary().equals("1 problem in Name and place"));
  }

  @Test
  void aToolchainWithoutTemplatesSaysSo() {
    type("#new-name", "reef");
    OnFx.await("a ready page", () -> !createIsOff());
    robot.clickOn("#toolchain-make");
    OnFx.await("a problem", () -> summary().equals("1 problem in Start from"));
    robot.clickOn("#toolchain-tide");
    OnFx.await("a ready page", () -> !createIsOff());
  }

  @Test
  void aFolderIsChosenOrLeftAsItIs() {
    var field = (TextField) Objects.requireNonNull(view.node().lookup("#new-parent"));
    robot.clickOn("#new-choose");
    assertThat(OnFx.<String>get(field::getText)).isEqualTo("/home/someone/src");
    chosen = Optional.of(Path.of("/work"));
    robot.clickOn("#new-choose");
    assertThat(OnFx.<String>get(field::getText)).isEqualTo("/work");
  }

  @Test
  void oneClickMendsAName() {
    type("#new-name", "a/b");
    OnFx.await("its cure", () -> view.node().lookup("#new-fix-place") != null);
    robot.clickOn("#new-fix-place");
    OnFx.await("a ready page", () -> !createIsOff());
    assertThat(((TextField) Objects.requireNonNull(view.node().lookup("#new-name"))).getText())
        .isEqualTo("a-b");
  }

  @Test
  void theMachineIsWrittenIntoTheNewProject() {
    type("#new-name", "reef");
    type("#new-memory", "lots");
    OnFx.await("a problem", () -> summary().equals("1 problem in Machine"));
    robot.clickOn("#new-fix-machine");
    OnFx.await("a ready page", () -> !createIsOff());
    type("#new-memory", "16M");
    robot.clickOn("#new-create");
    OnFx.await("an open project", () -> !desk.session().asked().isEmpty());
    assertThat(desk.workbench().format().edits())
        .endsWith(new ProjectEdit.Set(FieldPath.target("default", "memory"), "16M"));
  }

  @Test
  void theCommandLineStandsBesideTheForm() {
    OnFx.await(
        "a command line", () -> words().equals("qemu-system-x86_64 | -machine q35 | -m 64M"));
    // Of a window without the focus, no field has it.
    OnFx.run(stage::requestFocus);
    OnFx.await("the window to have the focus", stage::isFocused);
    OnFx.run(() -> Objects.requireNonNull(view.node().lookup("#new-memory")).requestFocus());
    OnFx.await(
        "the argument of the field",
        () -> view.node().lookupAll(".command-argument:lit").size() == 1);
  }

  private String words() {
    return view.node().lookupAll(".command-argument").stream()
        .map(Node::getAccessibleText)
        .collect(Collectors.joining(" | "));
  }

  @Test
  void aNarrowPageIsAllForm() {
    OnFx.await("both", () -> Objects.requireNonNull(view.node().lookup(".new-draft")).isVisible());
    OnFx.run(() -> stage.setWidth(600));
    OnFx.await(
        "the form alone",
        () -> !Objects.requireNonNull(view.node().lookup(".new-draft")).isVisible());
  }

  @Test
  void pictures() {
    OnFx.await("a command line", () -> !words().isEmpty());
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(stage.getScene(), 1));
      Snapshot.compare("new-project-untouched", theme, stage.getScene());
    }
    type("#new-name", "a/b");
    type("#new-memory", "lots");
    OnFx.await("a problem", () -> summary().contains("problem"));
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(stage.getScene(), 1));
      Snapshot.compare("new-project", theme, stage.getScene());
    }
  }

  @Test
  void aToolchainThatWasNotTriedSaysSo() {
    desk.workbench()
        .builds()
        .toolchains(
            List.of(
                new ToolchainInfo(
                    "hermit",
                    "Hermit",
                    "a unikernel in Rust",
                    false,
                    "cargo is missing",
                    "Install rustup",
                    List.of(),
                    "",
                    "https://example.org/hermit")));
    OnFx.run(view::look);
    OnFx.await("the card", () -> view.node().lookup("#toolchain-hermit") != null);
    OnFx.run(
        () ->
            ((ButtonBase) Objects.requireNonNull(view.node().lookup("#toolchain-hermit"))).fire());
    var about = (Label) Objects.requireNonNull(view.node().lookup("#new-about"));
    assertThat(OnFx.get(about::getText))
        .isEqualTo(
            "Hermit: not tried on this version. Install rustup. Manual: https://example.org/hermit");
  }
}
