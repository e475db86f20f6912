// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.check.Severity;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// New files, other names and the trash, by keys, over files in memory.
@Tag("ui")
class TreeEditingUiTest {

  private final FxRobot robot = new FxRobot();
  private FakeDesk desk = new FakeDesk();
  private ProjectPanel panel = new ProjectPanel();
  private Stage stage;

  @BeforeEach
  void open() {
    show(Theme.DARK);
  }

  private void show(Theme theme) {
    desk = new FakeDesk();
    panel = new ProjectPanel();
    stage =
        OnFx.get(
            () -> {
              var made = new Stage();
              var scene = new Scene((Parent) panel.open(desk), 260, 360);
              theme.apply(scene, 1);
              made.setScene(scene);
              made.show();
              return made;
            });
    OnFx.await("the rows", () -> names().contains("Makefile"));
    OnFx.run(panel::focus);
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          panel.close();
          stage.close();
        });
  }

  @SuppressWarnings("unchecked")
  private ListView<Row> tree() {
    return (ListView<Row>) stage.getScene().lookup("#project-tree");
  }

  private List<String> names() {
    return OnFx.get(
        () -> tree() == null ? List.of() : tree().getItems().stream().map(Row::name).toList());
  }

  private void select(String name) {
    OnFx.run(
        () ->
            tree().getItems().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .ifPresent(row -> tree().getSelectionModel().select(row)));
  }

  private String selected() {
    return OnFx.get(() -> tree().getSelectionModel().getSelectedItem().name());
  }

  private TextField field() {
    return (TextField) stage.getScene().lookup("#tree-name");
  }

  private void answer(String name) {
    OnFx.await("the question", () -> field() != null && field().isFocused());
    robot.write(name);
    robot.type(KeyCode.ENTER);
  }

  private static Path path(String name) {
    return Samples.FOLDER.resolve(name);
  }

  @Test
  void aNewFileComesIntoTheChosenFolderAndOpens() {
    select("src");
    robot.push(KeyCode.ALT, KeyCode.INSERT);
    answer("tls.c");
    OnFx.await("the file", () -> names().contains("tls.c"));
    OnFx.await("it is chosen", () -> selected().equals("tls.c"));
    assertThat(desk.session().asked()).contains("openFile " + path("src/tls.c"));
    assertThat(OnFx.get(() -> field() == null)).isTrue();
  }

  @Test
  void theTreeShowsWhereTheFileInFrontIs() {
    assertThat(names()).doesNotContain("pool.c");
    OnFx.run(() -> desk.frontFile().set(Optional.of(path("src/pool.c"))));
    OnFx.await("its folder opens", () -> names().contains("pool.c"));
    OnFx.await("it is chosen", () -> selected().equals("pool.c"));
    OnFx.run(() -> desk.frontFile().set(Optional.of(path("Makefile"))));
    OnFx.await("the other one is chosen", () -> selected().equals("Makefile"));
    OnFx.run(() -> desk.frontFile().set(Optional.of(Path.of("/elsewhere/a.c"))));
    assertThat(selected()).isEqualTo("Makefile");
  }

  @Test
  void whatIsChosenIsSeenAlsoWhereFewRowsAre() {
    OnFx.run(
        () -> {
          Theme.DARK.apply(stage.getScene(), 2);
          stage.setHeight(190);
        });
    OnFx.painted();
    OnFx.run(() -> desk.frontFile().set(Optional.of(path("src/pool.c"))));
    OnFx.await("it is chosen", () -> selected().equals("pool.c"));
    OnFx.await("its row", this::chosenIsSeen);
    OnFx.run(() -> tree().scrollTo(0));
    OnFx.await("the first row", () -> !chosenIsSeen());
    OnFx.run(panel::focus);
    OnFx.await("its row again", this::chosenIsSeen);
  }

  private boolean chosenIsSeen() {
    var list = tree().localToScene(tree().getLayoutBounds());
    return tree().lookupAll(".list-cell:selected").stream()
        .map(cell -> cell.localToScene(cell.getLayoutBounds()))
        .anyMatch(cell -> cell.getMinY() >= list.getMinY() && cell.getMaxY() <= list.getMaxY() + 1);
  }

  @Test
  void aNewFolderComesBesideAFile() {
    select("Makefile");
    robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.INSERT);
    answer("docs");
    OnFx.await("the folder", () -> names().contains("docs"));
  }

  @Test
  void aNameThatIsTakenIsRefusedInPlaceAndEscapeLeaves() {
    select("Makefile");
    robot.push(KeyCode.ALT, KeyCode.INSERT);
    answer("trilobite.toml");
    OnFx.await(
        "why",
        () ->
            stage.getScene().lookup(".tree-name-trouble") instanceof Label why
                && why.getText().contains("exists already"));
    robot.type(KeyCode.ESCAPE);
    OnFx.await("the question to go", () -> field() == null);
    assertThat(OnFx.get(() -> tree().isFocused())).isTrue();
  }

  @Test
  void aRenameTellsTheEditors() {
    select("Makefile");
    robot.type(KeyCode.F2);
    answer("GNUmakefile");
    OnFx.await("the new name", () -> names().contains("GNUmakefile"));
    assertThat(names()).doesNotContain("Makefile");
    assertThat(desk.session().asked())
        .contains("moved " + path("Makefile") + " " + path("GNUmakefile"));
  }

  @Test
  void whatIsDeletedCanBeBroughtBack() {
    select("Makefile");
    robot.type(KeyCode.DELETE);
    OnFx.await("it is gone", () -> !names().contains("Makefile"));
    OnFx.await("the message", () -> !desk.toasts().isEmpty());
    var toast = desk.toasts().getLast();
    assertThat(toast.severity()).isEqualTo(Severity.INFO);
    OnFx.run(() -> toast.actions().getFirst().run().run());
    OnFx.await("it is back", () -> names().contains("Makefile"));
  }

  @Test
  void theProjectsOwnFolderStays() {
    OnFx.run(() -> tree().getSelectionModel().select(0));
    robot.type(KeyCode.DELETE);
    robot.type(KeyCode.F2);
    assertThat(OnFx.get(() -> field() == null)).isTrue();
    assertThat(names()).contains("Makefile");
  }

  @Test
  void looksRightInBothThemes() {
    for (var theme : Theme.values()) {
      close();
      show(theme);
      select("Makefile");
      robot.type(KeyCode.F2);
      answer("trilobite.toml");
      OnFx.await(
          "why",
          () ->
              stage.getScene().lookup(".tree-name-trouble") instanceof Label why
                  && !why.getText().isEmpty());
      OnFx.run(() -> tree().requestFocus());
      Snapshot.compare("project-name", theme, stage.getScene());
    }
  }
}
