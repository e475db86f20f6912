// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.check.HostFacts;
import trilobite.model.check.ImageFacts;
import trilobite.model.check.PortUse;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Network;
import trilobite.model.project.ProjectEdit;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.testing.Clipped;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

@Tag("ui")
class ConfigUiTest {
  private final FakeDesk desk = new FakeDesk();
  private final ConfigPanel panel = new ConfigPanel();
  private Stage stage;

  private static HostFacts facts(PortUse... uses) {
    var image =
        new ImageFacts(true, 400_000, "elf64", "x86_64", true, "PVH note", Optional.of("9f3c"));
    return Samples.host(List.of(uses), Map.of("build/tidepool.elf", image));
  }

  @BeforeEach
  void open() {
    desk.workbench()
        .projects()
        .facts(facts(new PortUse("tcp", "127.0.0.1", 8080, "java", OptionalLong.of(3120))));
    stage =
        OnFx.get(
            () -> {
              var made = new Stage();
              var scene = new Scene((Parent) panel.open(desk), 1000, 900);
              Theme.DARK.apply(scene, 1);
              made.setScene(scene);
              made.show();
              made.requestFocus();
              return made;
            });
    OnFx.await("checked", () -> stage.getScene().lookup(".config-fixes") != null);
  }

  @AfterEach
  void close() {
    OnFx.run(stage::close);
  }

  private TextField memory() {
    return (TextField)
        stage.getScene().getRoot().lookupAll(".text-field").stream()
            .filter(n -> "Memory".equals(n.getAccessibleText()))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void writesWhatIsEnteredIntoTheProjectText() {
    OnFx.run(() -> memory().replaceText(0, memory().getLength(), "16M"));
    OnFx.await(
        "edit",
        () ->
            desk.workbench().format().edits().stream()
                .anyMatch(
                    new ProjectEdit.Set(FieldPath.target("default", "memory"), "16M")::equals));
    assertThat(desk.session().asked()).contains("edited");
  }

  @Test
  @Tag("bad:folder-read-only")
  void takesBackWhatCannotBeSaved() {
    desk.workbench().projects().readOnly();
    OnFx.run(() -> memory().replaceText(0, memory().getLength(), "16M"));
    OnFx.await("a message", () -> !desk.toasts().isEmpty());
    assertThat(desk.toasts().getFirst().text()).contains("The form shows what is in it");
    assertThat(desk.session().editedTo()).isEqualTo(Samples.TEXT);
  }

  @Test
  void lightsTheArgumentOfTheFocusedField() {
    OnFx.run(() -> memory().requestFocus());
    OnFx.await(
        "lit argument",
        () ->
            stage.getScene().getRoot().lookupAll(".command-argument:lit").stream()
                .anyMatch(line -> "-m 64M".equals(line.getAccessibleText())));
    assertThat(OnFx.get(() -> stage.getScene().getRoot().lookupAll(".config-row:lit"))).hasSize(1);
  }

  @Test
  void curesAPortInUseByOneClick() {
    var fix =
        OnFx.get(
            () ->
                stage.getScene().getRoot().lookupAll(".hyperlink").stream()
                    .map(Hyperlink.class::cast)
                    .filter(l -> l.getText().equals("Use 18080"))
                    .findFirst()
                    .orElseThrow());
    OnFx.run(fix::fire);
    assertThat(desk.workbench().format().edits())
        .anySatisfy(
            e ->
                assertThat(e)
                    .isEqualTo(
                        new ProjectEdit.Set(
                            FieldPath.target("default", "network", "forward"),
                            List.of("18080:80"))));
  }

  @Test
  void asksTheMachineAnewWhenAGuestHasEnded() {
    var guest = new FakeGuest(12, RunState.RUNNING);
    OnFx.run(() -> desk.session().live(guest));
    guest.end(Verdict.STOPPED, "");
    desk.workbench().projects().facts(facts());
    OnFx.run(() -> desk.session().live(guest));
    OnFx.await("no port in use", () -> stage.getScene().lookup(".config-fixes") == null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tap", "vsock"})
  void showsTheFieldsOfEachNetwork(String mode) {
    var network = new Network(mode, List.of(), List.of(), false, "tap0", 7, true);
    var parsed = Samples.parsed(network);
    OnFx.run(
        () ->
            desk.session()
                .project()
                .set(Optional.of(new OpenProject(Samples.FOLDER, parsed, "default", true))));
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(stage.getScene(), 1));
      Snapshot.compare("config-" + mode, theme, stage.getScene());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 760})
  void theHeaderSaysAllInANarrowPage(int width) {
    OnFx.run(() -> stage.setWidth(width));
    OnFx.painted();
    assertThat(OnFx.get(() -> Clipped.in((Parent) stage.getScene().lookup(".config-header"))))
        .isEmpty();
  }

  @Test
  void looksRight() {
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(stage.getScene(), 1));
      Snapshot.compare("config", theme, stage.getScene());
    }
  }
}
