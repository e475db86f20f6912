// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.query.QueryAnswer;
import trilobite.model.query.QueryAnswer.TableUse;
import trilobite.model.query.QueryException;
import trilobite.model.query.SqlValue;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.run.RunState;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.testing.TestStage;
import trilobite.ui.theme.Theme;

/// Queries by keyboard, their answers and mistakes.
@Tag("ui")
final class QueryUiTest {

  private final FakeDesk desk = new FakeDesk();
  private final FxRobot robot = new FxRobot();
  private QueryView view;
  private Stage stage;

  private static List<SqlValue> row(String name, double cpu, String waits) {
    return List.of(
        new SqlValue.Text(name),
        new SqlValue.Real(cpu),
        waits.isEmpty() ? new SqlValue.Null() : new SqlValue.Text(waits));
  }

  private static QueryAnswer answer(double busy) {
    var source = new Source(Source.Kind.GUEST_MEMORY, "tide_threads in ram");
    return new QueryAnswer(
        List.of("name", "cpu", "waits_for"),
        Set.of(),
        List.of(
            row("worker-2", busy, ""), row("worker-1", 12.5, "mutex cache"), row("idle", 3, "")),
        Optional.empty(),
        List.of(new TableUse("threads", new Reading<>(3, source, 52_000, 41, 0), Optional.empty())),
        310,
        OptionalLong.empty());
  }

  @BeforeEach
  void open() {
    desk.workbench().queries().answer = answer(84);
    OnFx.run(
        () -> {
          desk.session().live(new FakeGuest(19, RunState.RUNNING));
          make();
          stage = TestStage.dark(view, 900, 420);
          view.focusMain();
        });
    OnFx.painted();
  }

  private void make() {
    view = new QueryView(desk, (_, _, _) -> Optional.empty());
    view.shown(true);
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          view.close();
          stage.close();
        });
  }

  private int rows() {
    return OnFx.get(
        () -> {
          // Off a screen nobody makes the skins in which the table is found.
          view.applyCss();
          return view.lookup("#grid-query") instanceof TableView<?> table
              ? table.getItems().size()
              : -1;
        });
  }

  private void ask(String sql) {
    OnFx.run(() -> view.editor().setText(sql));
    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
  }

  @Test
  void controlEnterAsksAndTheRowsAppearWithWhereTheyCameFrom() {
    ask("select name, cpu, waits_for from threads");
    OnFx.await("rows", () -> rows() == 3);
    assertThat(desk.workbench().queries().asked).startsWith("select name");
    assertThat(desk.workbench().settings().get("query.history")).isPresent();
  }

  private boolean awaits() {
    return OnFx.get(() -> view.lookup("#query-cancel").isVisible());
  }

  @Test
  void escapeStopsAQueryThatTakesLongAndAnotherOneTakesItsPlace() {
    var first = new CountDownLatch(1);
    desk.workbench().queries().gate = first;
    ask("select 1");
    OnFx.await("a query", this::awaits);
    robot.push(KeyCode.ESCAPE);
    OnFx.await("none", () -> !awaits());
    ask("select 2");
    OnFx.await("it", () -> desk.workbench().queries().asked.equals("select 2"));
    desk.workbench().queries().gate = new CountDownLatch(0);
    ask("select 3");
    OnFx.await("rows", () -> rows() == 3);
    assertThat(awaits()).isFalse();
    assertThat(desk.workbench().queries().asked).isEqualTo("select 3");
    first.countDown();
  }

  @Test
  void aQueryThatIsCancelledInTheStatusBarIsEndedAndNotAwaited() {
    desk.workbench().queries().gate = new CountDownLatch(1);
    ask("select 1");
    OnFx.await("a query", () -> desk.workbench().queries().asked.equals("select 1"));
    var jobs = desk.workbench().jobs();
    jobs.running().forEach(job -> jobs.cancel(job.id()));
    OnFx.await("its end", () -> jobs.running().isEmpty());
    OnFx.await("none is awaited", () -> !awaits());
    assertThat(OnFx.get(() -> view.lookup("#query-run").isDisabled())).isFalse();
  }

  @Test
  void tablesAreOfferedAtTheCaretAndTabTakesOne() {
    robot.write("select * from thr");
    robot.push(KeyCode.CONTROL, KeyCode.SPACE);
    OnFx.await("taken", () -> view.editor().getText().equals("select * from threads"));
    robot.write(" t where t.");
    OnFx.await("columns", () -> view.editor().offered().contains("waits_for"));
    robot.write("waits");
    OnFx.await("fewer", () -> view.editor().offered().equals(List.of("waits_for")));
    robot.push(KeyCode.TAB);
    OnFx.await("taken", () -> view.editor().getText().endsWith("t.waits_for"));
  }

  @Test
  void aMistakeIsMarkedAndTheLastRowsStay() {
    ask("select name from threads");
    OnFx.await("rows", () -> rows() == 3);
    desk.workbench().queries().trouble =
        new QueryException("there is no column nam. Did you mean “name”?", OptionalInt.of(7));
    ask("select nam from threads");
    OnFx.await("the mistake", () -> trouble().isVisible());
    assertThat(OnFx.get(() -> trouble().getText())).contains("Did you mean “name”?");
    assertThat(OnFx.get(() -> view.editor().getSelectedText())).isEqualTo("nam");
    assertThat(rows()).isEqualTo(3);
  }

  private Label trouble() {
    return (Label) view.lookup("#query-trouble");
  }

  @Test
  void repeatedItDrawsAChartUntilItIsSwitchedOff() {
    OnFx.run(() -> view.editor().setText("select name, cpu from threads"));
    OnFx.run(() -> ((ToggleButton) view.lookup("#query-repeat")).fire());
    OnFx.await("a chart", () -> view.chart().getScene() != null);
    OnFx.await("rows", () -> rows() == 3);
    OnFx.run(() -> ((ToggleButton) view.lookup("#query-repeat")).fire());
    assertThat(OnFx.get(() -> view.chart().getScene())).isNull();
  }

  @Test
  void looksRightInEachState() {
    picture("query-empty", () -> {}, () -> true);
    picture(
        "query-rows", () -> run("select name, cpu, waits_for\nfrom threads"), () -> rows() == 3);
    picture(
        "query-mistake",
        () -> {
          desk.workbench().queries().trouble =
              new QueryException(
                  "there is no table thread. Did you mean “threads”?", OptionalInt.of(14));
          run("select *\nfrom thread");
        },
        () -> trouble().isVisible());
    desk.workbench().queries().trouble = null;
    picture(
        "query-chart",
        () -> {
          run("select name, cpu\nfrom threads");
          ((ToggleButton) view.lookup("#query-repeat")).setSelected(true);
        },
        () -> rows() == 3);
  }

  private void run(String sql) {
    view.editor().setText(sql);
    view.run();
  }

  /// @param there true once what the picture is about can be seen: a job counts as over before the
  ///   view has heard of it
  private void picture(String name, Runnable act, BooleanSupplier there) {
    for (var theme : Theme.values()) {
      var scene =
          OnFx.get(
              () -> {
                view.close();
                make();
                var made = new Scene(view, 900, 420);
                theme.apply(made, 1);
                return made;
              });
      OnFx.run(act);
      OnFx.run(view::applyCss);
      OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
      OnFx.await(name, there);
      OnFx.run(
          () -> {
            if (name.endsWith("chart")) {
              view.shown(false);
              view.applyCss();
              view.layout();
              view.chart().begin();
              for (int i = 0; i < 40; i++) {
                view.chart().add(i * 1000.0, answer(50 + 40 * Math.sin(i / 4.0)));
              }
            }
          });
      Snapshot.compare(name, theme, scene);
    }
  }
}
