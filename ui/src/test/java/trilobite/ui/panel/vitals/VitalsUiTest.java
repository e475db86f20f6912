// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import trilobite.model.run.RunState;
import trilobite.model.vitals.Vital;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.TimeWindow;
import trilobite.ui.panel.Session.TimeRange;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.TestStage;

/// The column by mouse and keyboard.
@Tag("ui")
final class VitalsUiTest {

  private final FakeDesk desk = new FakeDesk();
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  @TempDir private Path folder;
  private Stage stage;
  private VitalsView view;

  @BeforeEach
  void open() {
    SampleRun.fill(guest.vitals(), 55_000);
    OnFx.run(
        () -> {
          desk.session().live(guest);
          view = new VitalsView(desk, (_, name, _) -> Optional.of(folder.resolve(name)));
          stage = TestStage.dark(view, 400, 900);
        });
    OnFx.await("graphs", () -> view.lookup("#graph-disk") != null);
    OnFx.await("a drawn column", () -> headline("cpu").startsWith("5"));
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          view.close();
          stage.close();
        });
  }

  private GraphGroup time() {
    return view.time();
  }

  private TimeWindow window() {
    return OnFx.get(() -> time().window());
  }

  private Node graph(String id) {
    return Objects.requireNonNull(view.lookup("#graph-" + id), id);
  }

  private String headline(String id) {
    return ((Label) graph(id).lookup(".graph-headline")).getText();
  }

  private Point2D middle(String id) {
    return OnFx.get(
        () -> {
          var plot = graph(id).lookup(".plot");
          var bounds = plot.localToScreen(plot.getLayoutBounds());
          return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
  }

  private void focus(String id) {
    OnFx.run(() -> graph(id).requestFocus());
  }

  private void type(KeyCode... keys) {
    robot.push(keys);
  }

  @Test
  void spacePausesTheViewAndNotTheGuest() {
    focus("cpu");
    type(KeyCode.SPACE);
    OnFx.run(() -> guest.vitals().now(70_000));
    OnFx.await("the words", () -> words().startsWith("Graphs paused. The guest runs on"));
    assertThat(window().to()).isEqualTo(55_000);
    assertThat(desk.session().asked()).isEmpty();
    type(KeyCode.SPACE);
    OnFx.await("the present", () -> time().window().to() == 70_000);
    assertThat(OnFx.get(this::words)).isEmpty();
  }

  private String words() {
    var banner = view.lookup(".vitals-banner");
    return banner.isVisible() ? ((Label) banner.lookup(".label")).getText() : "";
  }

  /// A guest under steady load needs the processors that each drawing takes.
  @Test
  void aCurveThatWobblesIsNoNews() {
    assertThat(movesBy(Vital.CPU, 4)).isFalse();
    assertThat(movesBy(Vital.CPU, 40)).isTrue();
    // Here one is an event.
    assertThat(movesBy(Vital.NET_DROPS, 1)).isTrue();
  }

  private boolean movesBy(Vital vital, double more) {
    return OnFx.get(
        () -> {
          view.refresh();
          var column = view.graphs().orElseThrow();
          assertThat(column.moved()).isFalse();
          var vitals = guest.vitals();
          double value = vitals.latest(vital).value().orElseThrow();
          vitals.add(vital, vitals.now() + 500, value + more);
          return column.moved();
        });
  }

  @Test
  void theButtonPausesToo() {
    robot.clickOn("#vitals-pause");
    OnFx.await("a paused view", () -> time().viewport().paused());
    robot.clickOn("#vitals-pause");
    OnFx.await("a moving view", () -> !time().viewport().paused());
  }

  @Test
  void plusMinusAndZeroZoom() {
    focus("memory");
    type(KeyCode.PLUS);
    assertThat(window().span()).isEqualTo(30_000);
    type(KeyCode.MINUS);
    type(KeyCode.MINUS);
    assertThat(window().span()).isEqualTo(120_000);
    type(KeyCode.DIGIT0);
    assertThat(window().span()).isEqualTo(60_000);
  }

  @Test
  void theWheelZoomsAtThePointer() {
    robot.moveTo(middle("cpu"));
    var at = OnFx.get(() -> time().cursor().get());
    robot.scroll(1, VerticalDirection.UP);
    assertThat(window().span()).isLessThan(60_000);
    assertThat(window().contains(at.orElseThrow())).isTrue();
    assertThat(OnFx.get(() -> ((Button) view.lookup("#vitals-fit")).isDisabled())).isFalse();
    robot.clickOn("#vitals-fit");
    assertThat(window().span()).isEqualTo(60_000);
  }

  @Test
  void arrowsMoveTheCursorSampleBySample() {
    OnFx.run(() -> time().cursor().set(OptionalDouble.of(30_200)));
    focus("cpu");
    type(KeyCode.RIGHT);
    assertThat(desk.session().cursor().get()).hasValue(30_500);
    type(KeyCode.LEFT);
    type(KeyCode.LEFT);
    assertThat(desk.session().cursor().get()).hasValue(29_500);
  }

  @Test
  void shiftWithArrowsPans() {
    focus("cpu");
    type(KeyCode.SHIFT, KeyCode.LEFT);
    assertThat(window().to()).isEqualTo(49_000);
    type(KeyCode.SHIFT, KeyCode.RIGHT);
    OnFx.await("following again", () -> time().viewport().follows());
  }

  @Test
  void oneCrosshairForAllGraphsAndTheWindow() {
    robot.moveTo(middle("network"));
    OnFx.await("a cursor", () -> desk.session().cursor().get().isPresent());
    OnFx.await(
        "lines in every graph",
        () -> view.lookupAll(".plot-cursor").stream().filter(Node::isVisible).count() == 4);
    OnFx.run(() -> desk.session().cursor().set(OptionalDouble.of(47_500)));
    OnFx.await("values at the cursor", () -> headline("cpu").startsWith("3"));
  }

  @Test
  void draggingSelectsASpanForTheWholeWindow() {
    var start = middle("cpu");
    robot.moveTo(start).press(MouseButton.PRIMARY).moveTo(start.add(60, 0));
    robot.release(MouseButton.PRIMARY);
    var selected = OnFx.get(() -> desk.session().selection().get()).orElseThrow();
    assertThat(selected.to() - selected.from()).isBetween(9_000.0, 12_500.0);
    focus("cpu");
    type(KeyCode.ENTER);
    assertThat(window().span()).isBetween(9_000.0, 12_500.0);
    assertThat(OnFx.get(() -> desk.session().selection().get())).isEmpty();
  }

  @Test
  void aSelectionMadeElsewhereIsShown() {
    OnFx.run(() -> desk.session().selection().set(Optional.of(new TimeRange(1_000, 9_000))));
    OnFx.await(
        "a span in every graph",
        () -> view.lookupAll(".plot-selection").stream().filter(Node::isVisible).count() == 4);
    focus("cpu");
    type(KeyCode.ESCAPE);
    assertThat(OnFx.get(() -> desk.session().selection().get())).isEmpty();
  }

  @Test
  void draggingWithTheMiddleButtonPans() {
    var start = middle("cpu");
    robot.moveTo(start).press(MouseButton.MIDDLE).moveTo(start.add(80, 0));
    robot.release(MouseButton.MIDDLE);
    assertThat(window().to()).isBetween(38_000.0, 44_000.0);
    assertThat(OnFx.get(() -> desk.session().selection().get())).isEmpty();
  }

  @Test
  void theSegmentChoosesTheRange() {
    robot.clickOn(range("30 s"));
    assertThat(window().span()).isEqualTo(30_000);
    robot.clickOn(range("Run"));
    assertThat(window()).isEqualTo(new TimeWindow(0, 55_000));
  }

  @Test
  void onlyTheRangeThatIsShownIsLit() {
    assertThat(lit()).containsExactly("1 min");
    robot.moveTo(middle("cpu")).scroll(1, VerticalDirection.UP);
    OnFx.await("no lit range", () -> lit().isEmpty());
    OnFx.run(() -> time().fit());
    OnFx.await("the range again", () -> lit().equals(List.of("1 min")));
    OnFx.run(() -> time().zoom(0.5, window().to()));
    OnFx.await("another that the zoom came to", () -> lit().equals(List.of("30 s")));
  }

  private List<String> lit() {
    return view.lookupAll(".toggle-button").stream()
        .map(ToggleButton.class::cast)
        .filter(ToggleButton::isSelected)
        .map(ToggleButton::getText)
        .toList();
  }

  @Test
  void whereNothingWasMeasuredTheAxisSaysNothing() {
    OnFx.run(() -> guest.vitals().now(80_000));
    show(60_000, 70_000);
    OnFx.await("no numbers", () -> numbers("memory").isEmpty());
    show(40_000, 50_000);
    OnFx.await("numbers", () -> numbers("memory").contains("64 MiB"));
  }

  /// Zooms and pans there.
  private void show(double from, double to) {
    OnFx.run(
        () -> {
          time().selection().set(Optional.of(new TimeWindow(from, to)));
          time().zoomToSelection();
        });
  }

  private List<String> numbers(String id) {
    return graph(id).lookupAll(".plot-label").stream()
        .map(text -> ((Text) text).getText())
        .toList();
  }

  private Node range(String title) {
    return OnFx.get(
        () ->
            view.lookupAll(".toggle-button").stream()
                .filter(node -> ((ToggleButton) node).getText().equals(title))
                .findFirst()
                .orElseThrow());
  }

  /// The menu that Ctrl E opens, by the keyboard alone.
  private void export(String format) {
    type(KeyCode.CONTROL, KeyCode.E);
    var menu = (MenuButton) view.lookup("#vitals-export");
    OnFx.await("the formats", menu::isShowing);
    type(KeyCode.DOWN);
    if (format.equals("PNG")) {
      type(KeyCode.DOWN);
    }
    type(KeyCode.ENTER);
  }

  @Test
  void exportsTheShownWindowAsCsv() throws Exception {
    focus("cpu");
    export("CSV");
    OnFx.await("a toast", () -> !desk.toasts().isEmpty());
    var lines = Files.readAllLines(folder.resolve("run-19-vitals.csv"), StandardCharsets.UTF_8);
    assertThat(lines.getFirst())
        .startsWith("time,run ms,cpu (percent of one host core)")
        .contains("net.rx_packets.rate (packets/s)");
    assertThat(lines).hasSize(1 + 111);
    assertThat(folder.toFile().list()).containsExactly("run-19-vitals.csv");
  }

  @Test
  void copiesTheShownWindowAsATable() {
    focus("cpu");
    type(KeyCode.CONTROL, KeyCode.C);
    OnFx.await("a toast", () -> !desk.toasts().isEmpty());
    var copied = OnFx.get(() -> Clipboard.getSystemClipboard().getString());
    var lines = copied.lines().toList();
    assertThat(lines.getFirst()).startsWith("time\trun ms\tcpu (percent of one host core)\t");
    assertThat(lines).hasSize(1 + 111);
    assertThat(desk.toasts().getFirst().text()).startsWith("111 rows");
  }

  @Test
  void copiesTheShownWindowAsJson() {
    focus("cpu");
    type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    OnFx.await("a toast", () -> !desk.toasts().isEmpty());
    var lines = OnFx.get(() -> Clipboard.getSystemClipboard().getString()).lines().toList();
    assertThat(lines).hasSize(1 + 111 + 1).startsWith("[").endsWith("]");
    assertThat(lines.get(111)).startsWith("{\"time\":\"").contains("\"cpu\":").endsWith("}");
  }

  @Test
  void exportsAPicture() throws Exception {
    focus("cpu");
    export("PNG");
    OnFx.await("a toast", () -> !desk.toasts().isEmpty());
    var picture = javax.imageio.ImageIO.read(folder.resolve("run-19-vitals.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(800);
  }

  @Test
  void aFailedExportSaysWhatToDo() throws Exception {
    Files.delete(folder);
    desk.commands().find("vitals.csv").ifPresent(command -> OnFx.run(command.run()));
    OnFx.await("a toast", () -> !desk.toasts().isEmpty());
    assertThat(desk.toasts().getFirst().text()).contains("Choose another place");
    Files.createDirectory(folder);
  }

  @Test
  void newSamplesAppearWithoutBeingAskedFor() {
    OnFx.run(() -> guest.vitals().add(trilobite.model.vitals.Vital.CPU, 55_500, 97));
    OnFx.await("the new value", () -> headline("cpu").equals("97 %"));
    assertThat(graph("cpu").getAccessibleText()).startsWith("CPU 97 %");
  }

  @Test
  void theColumnGoesNarrow() {
    OnFx.run(() -> view.resize(140, 900));
    OnFx.await("sparklines", () -> view.lookup(".graph-mini") != null);
    assertThat(OnFx.get(() -> view.lookup(".event-list").isVisible())).isTrue();
  }

  /// The next look at the samples may be a second away; here there is none.
  @Test
  void sparklinesAreWholeInTheFrameThatShowsThem() {
    OnFx.run(
        () -> {
          view.shown(false);
          stage.setWidth(140);
        });
    OnFx.await("sparklines", () -> view.lookup("#graph-network.graph-mini") != null);
    OnFx.await(
        "a frame of them",
        () ->
            view.lookupAll(".graph-mini .plot").stream()
                .allMatch(plot -> whole((Region) plot, (ImageView) plot.lookup(".image-view"))));
  }

  private static boolean whole(Region plot, ImageView image) {
    int unstyled = 0xff808080;
    return Math.abs(image.getFitHeight() - plot.getHeight()) <= 1
        && image.getImage().getPixelReader().getArgb(0, 0) != unstyled;
  }
}
