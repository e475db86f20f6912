// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.build.BuildOption;
import trilobite.model.build.OptionTable;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.testing.TestStage;
import trilobite.ui.theme.Theme;

@Tag("ui")
class OptionsUiTest {

  private static final List<BuildOption> LIBRARIES =
      List.of(
          option("LIBNET", "y", "bool", "net: a TCP/IP stack", "Library Configuration", ""),
          option(
              "LIBSCHED",
              "y",
              "bool",
              "sched: threads and their scheduler",
              "Library Configuration",
              ""),
          option("LIBTEST", "n", "bool", "test: checks at start", "Library Configuration", ""));

  private final FakeDesk desk = new FakeDesk();
  private final OptionsPanel panel = new OptionsPanel();
  private Stage stage;

  private static BuildOption option(
      String name, String value, String kind, String prompt, String menu, String needs) {
    return new BuildOption(
        name,
        value,
        prompt,
        menu,
        kind,
        needs,
        "What this one is for, in its author's words.\nIt may have several lines.",
        "/src/kernel/Config.uk:12");
  }

  @BeforeEach
  void open() {
    var all = new java.util.ArrayList<>(LIBRARIES);
    all.add(
        1,
        option(
            "NET_PORT",
            "80",
            "int",
            "Port",
            "Library Configuration › net: a TCP/IP stack",
            "LIBNET"));
    all.add(option("OPTIMIZE_SIZE", "", "bool", "Optimize for size", "Build Options", "GCC"));
    var file = Path.of("/p/.config");
    desk.workbench()
        .builds()
        .options(
            List.of(
                new OptionTable("Options", file, true, "", all),
                new OptionTable("Libraries", file, true, "", LIBRARIES),
                new OptionTable(
                    "Kraftfile", Path.of("/p/Kraftfile"), false, "It is no YAML.", List.of())));
    stage =
        OnFx.get(
            () -> {
              return TestStage.dark((Parent) panel.open(desk), 960, 560);
            });
    OnFx.await("the options", () -> sheet() != null && sheet().getItems().size() == 5);
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          panel.close();
          stage.close();
        });
  }

  private TableView<?> sheet() {
    return (TableView<?>) stage.getScene().lookup("#grid-options");
  }

  private <N extends Node> N find(String id, Class<N> type) {
    return type.cast(stage.getScene().lookup(id));
  }

  private void press(String text) {
    OnFx.run(
        () ->
            stage.getScene().getRoot().lookupAll(".toggle-button").stream()
                .map(ButtonBase.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  @Test
  void anOptionIsReadAndSwitched() {
    OnFx.run(() -> sheet().getSelectionModel().select(0));
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(stage.getScene(), 1));
      Snapshot.compare("options", theme, stage.getScene());
    }
    OnFx.run(() -> find("#option-n", ButtonBase.class).fire());
    OnFx.await("set", () -> desk.workbench().builds().set().equals("Options LIBNET=n"));
    OnFx.await("told", () -> note().contains("The next build takes it in"));
  }

  private String note() {
    return find("#options-note", Label.class).getText();
  }

  @Test
  void partsHaveTablesOfTheirOwnAndTextIsTyped() {
    press("Libraries");
    assertThat(OnFx.get(() -> sheet().getItems().size())).isEqualTo(3);
    press("Options");
    OnFx.run(() -> sheet().getSelectionModel().select(1));
    OnFx.run(
        () -> {
          find("#option-value", TextField.class).setText("8080");
          find("#option-set", ButtonBase.class).fire();
        });
    OnFx.await("set", () -> desk.workbench().builds().set().equals("Options NET_PORT=8080"));
  }

  @Test
  void whatCannotBeChangedSaysWhereItCan() {
    press("Kraftfile");
    assertThat(OnFx.get(this::note))
        .isEqualTo(
            "It is no YAML. These are to be read here: change them by the menu of options, or in the"
                + " file.");
    OnFx.run(() -> find("#options-menu", ButtonBase.class).fire());
    assertThat(desk.session().asked()).contains("openMenu");
    OnFx.run(() -> desk.session().menu().set(false));
    assertThat(OnFx.get(() -> find("#options-menu", ButtonBase.class).isVisible()))
        .as("a toolchain without one")
        .isFalse();
  }
}
