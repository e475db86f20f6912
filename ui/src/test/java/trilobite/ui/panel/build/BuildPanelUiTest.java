// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.build.Diagnostic;
import trilobite.model.build.FileTime;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session.BuildView;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.testing.TestStage;
import trilobite.ui.theme.Theme;

@Tag("ui")
class BuildPanelUiTest {
  private final FakeDesk desk = new FakeDesk();
  private final BuildPanel panel = new BuildPanel();
  private Stage stage;

  @BeforeEach
  void open() {
    stage =
        OnFx.get(
            () -> {
              return TestStage.dark((Parent) panel.open(desk), 780, 260);
            });
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          panel.close();
          stage.close();
        });
  }

  private Button button(String text) {
    return stage.getScene().getRoot().lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(b -> b.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void offersABuildWhereNoneWas() {
    OnFx.run(() -> button("Build").fire());
    assertThat(desk.session().asked()).containsExactly("startBuild");
  }

  @Test
  void showsProgressAndCancels() {
    OnFx.run(
        () -> {
          desk.session().tell(new BuildEvent.Started(List.of("make", "-j2"), Path.of("/p")));
          desk.session().tell(new BuildEvent.Output("[7/12] CC src/http.c\n"));
          desk.session()
              .build()
              .set(new BuildView(true, 7, 12, false, "CC src/http.c", Optional.empty()));
        });
    var detail = (Label) stage.getScene().lookup(".build-detail");
    assertThat(OnFx.get(detail::getText)).isEqualTo("7 of 12");
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(stage.getScene(), 1));
      Snapshot.compare("build-running", theme, stage.getScene());
    }
    OnFx.run(() -> button("Cancel").fire());
    assertThat(desk.session().asked()).containsExactly("cancelBuild");
  }

  @Test
  void aTotalThatOnlyTheLastBuildKnowsIsAnEstimate() {
    OnFx.run(
        () -> {
          desk.session().tell(new BuildEvent.Started(List.of("make"), Path.of("/p")));
          desk.session().build().set(new BuildView(true, 30, 40, true, "CC a.c", Optional.empty()));
        });
    var detail = (Label) stage.getScene().lookup(".build-detail");
    assertThat(OnFx.get(detail::getText)).isEqualTo("about 75 %, by the last build");
    OnFx.run(
        () -> desk.session().build().set(new BuildView(true, 41, 0, false, "", Optional.empty())));
    assertThat(OnFx.get(detail::getText)).isEqualTo("41 steps");
  }

  @Test
  void timesOfFilesStandAgainstTheBuildBefore() {
    desk.workbench()
        .builds()
        .times(
            List.of(
                FileTime.of("build/obj/http.o", OptionalDouble.of(1840), OptionalDouble.of(910)),
                FileTime.of("build/obj/main.o", OptionalDouble.of(412), OptionalDouble.of(450)),
                FileTime.of("build/obj/new.o", OptionalDouble.of(96), OptionalDouble.empty()),
                FileTime.of("build/obj/log.o", OptionalDouble.empty(), OptionalDouble.of(120))));
    OnFx.run(
        () -> {
          desk.session().tell(new BuildEvent.Started(List.of("make"), Path.of("/p")));
          desk.session().build().set(new BuildView(false, 3, 3, false, "", Optional.of(done())));
          ((ToggleButton) stage.getScene().lookup("#build-times")).fire();
        });
    OnFx.await("the rows", () -> rows() == 4);
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(stage.getScene(), 1));
      Snapshot.compare("build-times", theme, stage.getScene());
    }
  }

  private int rows() {
    var sheet = (TableView<?>) stage.getScene().lookup("#grid-times");
    return sheet == null ? 0 : sheet.getItems().size();
  }

  private static BuildResult done() {
    return new BuildResult(
        BuildResult.Outcome.DONE,
        "",
        Optional.empty(),
        Optional.of("9f3c21d0aa"),
        Optional.empty(),
        false,
        List.of(),
        4210,
        Instant.EPOCH);
  }

  @Test
  void theOutputOfOneProjectIsNotShownForAnother() {
    OnFx.run(
        () -> {
          desk.session().tell(new BuildEvent.Started(List.of("make"), Path.of("/p")));
          desk.session().build().set(new BuildView(false, 3, 3, false, "", Optional.of(done())));
          desk.session()
              .project()
              .set(
                  Optional.of(
                      new OpenProject(Path.of("/other"), Samples.parsed(), "default", true)));
          desk.session().build().set(new BuildView(false, 0, 0, false, "", Optional.empty()));
        });
    assertThat(OnFx.get(() -> button("Build").isVisible())).as("never built").isTrue();
  }

  @Test
  void aQuestionOfTheToolIsShownAndAnswered() {
    var answers = new java.util.concurrent.CopyOnWriteArrayList<String>();
    var reply =
        new BuildEvent.Reply() {
          @Override
          public void answer(String line) {
            answers.add(line);
          }

          @Override
          public void decline() {
            answers.add("declined");
          }
        };
    OnFx.run(
        () -> {
          desk.session().tell(new BuildEvent.Started(List.of("kraft", "build"), Path.of("/p")));
          desk.session().tell(new BuildEvent.Output("[?] select target: "));
          desk.session().build().set(new BuildView(true, 3, 12, false, "", Optional.empty()));
          desk.session().tell(new BuildEvent.Asked("[?] select target:", reply));
        });
    var field = (javafx.scene.control.TextField) stage.getScene().getRoot().lookup("#build-answer");
    assertThat(OnFx.get(field::isVisible)).isTrue();
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(stage.getScene(), 1));
      Snapshot.compare("build-question", theme, stage.getScene());
    }
    OnFx.run(
        () -> {
          field.setText("qemu/x86_64");
          button("Answer").fire();
        });
    assertThat(answers).containsExactly("qemu/x86_64");
    OnFx.run(
        () -> {
          desk.session().tell(new BuildEvent.Asked("", reply));
          button("No answer").fire();
        });
    assertThat(answers).containsExactly("qemu/x86_64", "declined");
    assertThat(OnFx.get(() -> field.getParent().isVisible())).isFalse();
  }

  private static BuildResult result(
      BuildResult.Outcome outcome, String why, Diagnostic... problems) {
    return new BuildResult(
        outcome,
        why,
        Optional.of(Samples.FOLDER.resolve("build/tidepool.elf")),
        Optional.of("9f3c51aa77"),
        Optional.empty(),
        outcome != BuildResult.Outcome.DONE,
        List.of(problems),
        1_240,
        Instant.EPOCH);
  }

  private void pictures(String name, String output, Optional<BuildResult> result) {
    for (var theme : Theme.values()) {
      close();
      open();
      OnFx.run(
          () -> {
            theme.apply(stage.getScene(), 1);
            if (!output.isEmpty()) {
              desk.session().tell(new BuildEvent.Started(List.of("make", "-j2"), Path.of("/p")));
              desk.session().tell(new BuildEvent.Output(output));
            }
            desk.session().build().set(new BuildView(false, 0, 0, false, "", result));
          });
      OnFx.await("no job under way", () -> desk.workbench().jobs().running().isEmpty());
      Snapshot.compare(name, theme, stage.getScene());
    }
  }

  @Test
  void neverBuilt() {
    pictures("build-never", "", Optional.empty());
  }

  @Test
  void aFailedBuildListsItsErrorsWithLinksAndNamesTheLastGoodImage() {
    var file = Samples.FOLDER.resolve("src/http.c");
    var error =
        new Diagnostic(
            Severity.ERROR,
            Optional.of(file),
            Optional.of(new TextPlace(76, 23)),
            "‘MAX_WEIGHT’ undeclared (first use in this function)",
            List.of());
    var warning =
        new Diagnostic(
            Severity.WARNING,
            Optional.of(file),
            Optional.of(new TextPlace(80, 5)),
            "unused variable ‘head’",
            List.of());
    pictures(
        "build-failed",
        "src/http.c:76:23: error: ‘MAX_WEIGHT’ undeclared (first use in this function)\n",
        Optional.of(
            result(
                BuildResult.Outcome.FAILED,
                "make failed with exit code 2: 1 error. Run still boots the image of 3 min ago.",
                error,
                warning)));
    var note = (Label) stage.getScene().lookup(".build-note");
    assertThat(OnFx.get(note::getText)).endsWith("It is tidepool.elf.");
    OnFx.run(() -> ((Hyperlink) stage.getScene().lookup(".build-problem .hyperlink")).fire());
    assertThat(desk.session().asked()).contains("openFile " + file + ":76:23");
  }

  @Test
  void aBuildBeforeThisWindowSaysWhyItHasNoOutput() {
    pictures("build-before", "", Optional.of(done()));
  }

  @Test
  void withoutTheToolchainItLeadsToTheMachineCheck() {
    pictures(
        "build-unavailable",
        "",
        Optional.of(
            result(
                BuildResult.Outcome.UNAVAILABLE,
                "gcc is missing: apt-get install gcc binutils make. The image that ships with"
                    + " Trilobite runs meanwhile.")));
    OnFx.run(() -> button("Show machine").fire());
    assertThat(desk.revealed()).contains("machine");
  }
}
