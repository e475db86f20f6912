// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.inspect.Bytes;
import trilobite.model.inspect.Finds;
import trilobite.model.inspect.Printed;
import trilobite.model.inspect.Problem;
import trilobite.model.inspect.Question;
import trilobite.model.inspect.Value;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.control.ProvenanceBadge;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.testing.FakeConsole;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.FakeVitals;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.testing.TestStage;
import trilobite.ui.theme.Theme;

/// Bytes of a guest, the fields in them, and what is found.
@Tag("ui")
final class BytesUiTest {

  private static final long AT = 0x129040;

  private final FakeDesk desk = new FakeDesk();
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  private BytesView view;
  private Stage stage;

  private static <A> Measured<A> known(A answer) {
    var source = new Source(Source.Kind.GUEST_MEMORY, "ram, symbols and types from tidepool.elf");
    return Measured.of(new Reading<>(answer, source, 52_000, 41, 0));
  }

  private void bytes(Optional<Problem> problem) {
    var head = "6865617001000000f00fe40300000000b0c20c0000000000404dd70300000000";
    var text = HexFormat.of().formatHex("a free block's words".getBytes(StandardCharsets.UTF_8));
    guest
        .eyes()
        .answer(
            Question.Dump.class,
            known(
                new Bytes(
                    AT,
                    false,
                    Optional.of("tide_heap"),
                    problem.isPresent()
                        ? List.of()
                        : List.of(
                            new Bytes.Piece(AT, 52, head + text, Optional.empty()),
                            new Bytes.Piece(AT + 52, 28, "00".repeat(28), Optional.empty()),
                            new Bytes.Piece(
                                AT + 80, 64, "", Optional.of("never touched by the guest")),
                            new Bytes.Piece(AT + 144, 1 << 16, "", Optional.of("not mapped"))),
                    problem,
                    Optional.empty())));
  }

  private static Value.Part part(String name, long bits, long offset, int size) {
    return new Value.Part(
        name,
        new Value.Whole(size == 4 ? "uint32_t" : "uint64_t", bits, true, size, Optional.empty()),
        offset,
        size);
  }

  private void fill() {
    bytes(Optional.empty());
    guest
        .eyes()
        .answer(
            Question.Print.class,
            known(
                new Printed(
                    "tide_heap",
                    Optional.of(
                        new Value.Composite(
                            "struct tide_heap",
                            false,
                            List.of(
                                part("magic", 0x70616568, 0, 4),
                                part("version", 1, 4, 4),
                                part("total", 0x3e40ff0, 8, 8),
                                part("used", 0xcc2b0, 16, 8),
                                new Value.Part(
                                    "first",
                                    new Value.Pointer(
                                        "struct block *",
                                        0x3d74d40,
                                        Optional.empty(),
                                        Optional.empty()),
                                    24,
                                    8)),
                            Optional.empty())),
                    OptionalLong.of(AT),
                    Optional.empty(),
                    Optional.empty())));
    guest
        .eyes()
        .answer(
            Question.Find.class,
            known(
                new Finds(
                    "\"heap\"",
                    List.of(
                        new Finds.Find(
                            AT, OptionalLong.of(AT), Optional.of("tide_heap"), "68656170"),
                        new Finds.Find(0x2000, OptionalLong.empty(), Optional.empty(), "68656170")),
                    1 << 20,
                    OptionalLong.empty(),
                    Optional.empty())));
  }

  @BeforeEach
  void open() {
    fill();
    OnFx.run(
        () -> {
          desk.session().live(guest);
          make();
          stage = TestStage.dark(view, 980, 460);
          view.go("tide_heap");
        });
    arrived();
  }

  private void make() {
    view = new BytesView(desk, ZoneOffset.UTC);
    view.shown(true);
  }

  private void arrived() {
    OnFx.await("bytes", () -> OnFx.get(() -> view.model().sheet().isPresent()));
    OnFx.painted();
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          view.close();
          stage.close();
        });
  }

  private <T> T find(String id, Class<T> type) {
    return type.cast(view.lookup(id));
  }

  private Button button(String text) {
    return view.lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(each -> text.equals(each.getText()) || text.equals(each.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void keysGoFromByteToByteFollowAPointerAndComeBack() {
    OnFx.run(view::focusMain);
    robot.push(KeyCode.DOWN).push(KeyCode.END);
    assertThat(OnFx.get(() -> view.model().cursor())).isEqualTo(AT + 31);
    assertThat(OnFx.get(() -> view.model().field().orElseThrow().name())).isEqualTo("first");
    robot.push(KeyCode.ENTER);
    assertThat(OnFx.get(() -> view.model().place())).contains("(struct block *) 0x3d74d40");
    assertThat(OnFx.get(() -> find("#bytes-place", TextField.class).getText()))
        .isEqualTo("(struct block *) 0x3d74d40");
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    assertThat(OnFx.get(() -> view.model().place())).contains("tide_heap");
    assertThat(OnFx.get(() -> button("Back").isDisable())).isTrue();
    OnFx.await("it to be there", () -> !OnFx.get(() -> view.model().arriving()));
    OnFx.run(view::focusMain);
    robot.press(KeyCode.SHIFT).push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    robot.release(KeyCode.SHIFT);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    assertThat(OnFx.get(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("68 65 61 70");
  }

  @Test
  void aSearchShowsPlacesThatOneCanGoTo() {
    OnFx.run(
        () -> {
          var what = find("#bytes-find", TextField.class);
          what.setText("\"heap\"");
          what.getOnAction().handle(null);
        });
    OnFx.await(
        "places",
        () -> OnFx.get(() -> find("#bytes-found", ListView.class).getItems().size() == 2));
    assertThat(guest.eyes().asked()).contains(new Question.Find("\"heap\"", 0));
    OnFx.run(() -> button("Pointers to here").fire());
    OnFx.await(
        "pointers",
        () ->
            guest
                .eyes()
                .asked()
                .contains(new Question.Find("&*(char *) 0x" + Long.toHexString(AT), 0)));
  }

  private void find(List<Finds.Find> rows, OptionalLong next) {
    guest
        .eyes()
        .answer(
            Question.Find.class,
            known(new Finds("\"heap\"", rows, 1 << 20, next, Optional.empty())));
  }

  private static boolean searches(FakeDesk desk) {
    return desk.workbench().jobs().running().stream()
        .anyMatch(job -> job.name().equals("Search memory"));
  }

  private int places() {
    return find("#bytes-found", ListView.class).getItems().size();
  }

  private String said() {
    return OnFx.get(
        () ->
            view.lookupAll(".bytes-search .label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("|")));
  }

  @Test
  void aSearchThatIsStoppedSaysSoAndTheNextOneBeginsAnew() {
    // A memory without an end.
    find(List.of(), OptionalLong.of(4096));
    OnFx.run(
        () -> {
          var what = find("#bytes-find", TextField.class);
          what.requestFocus();
          what.setText("\"heap\"");
          what.getOnAction().handle(null);
        });
    OnFx.await("a search", () -> searches(desk));
    robot.push(KeyCode.ESCAPE);
    OnFx.await("no search", () -> !searches(desk));
    assertThat(said()).contains("Stopped, 0 places so far");
    assertThat(OnFx.get(() -> button("Stop searching").isDisable())).isTrue();

    find(
        List.of(new Finds.Find(AT, OptionalLong.of(AT), Optional.of("tide_heap"), "68656170")),
        OptionalLong.empty());
    OnFx.run(() -> find("#bytes-find", TextField.class).getOnAction().handle(null));
    OnFx.await("it to end", () -> said().contains("1 place in touched memory"));
    assertThat(OnFx.get(this::places)).isEqualTo(1);
  }

  @Test
  void aPlaceThatMakesNoSenseSaysWhy() {
    bytes(Optional.of(new Problem(0, "there is no nme. Did you mean “name”?")));
    OnFx.run(() -> view.go("nme"));
    OnFx.await(
        "the reason",
        () ->
            OnFx.get(
                () ->
                    view.lookupAll(".grid-cut").stream()
                        .anyMatch(
                            node -> ((Label) node).getText().contains("Did you mean “name”?"))));
    assertThat(OnFx.get(() -> view.model().sheet())).isEmpty();
  }

  private List<String> dumped() {
    return guest.eyes().asked().stream()
        .filter(Question.Dump.class::isInstance)
        .map(question -> ((Question.Dump) question).place())
        .toList();
  }

  @Test
  void whatMakesNoSenseIsNotFollowedByBytesOfAnotherPlace() {
    bytes(Optional.of(new Problem(0, "there is no nme.")));
    OnFx.run(() -> view.go("nme"));
    OnFx.await("the reason", () -> OnFx.get(() -> trouble().contains("there is no nme.")));
    OnFx.await("a second look", () -> dumped().size() > dumped().indexOf("nme") + 2);
    assertThat(dumped().subList(dumped().indexOf("nme"), dumped().size())).containsOnly("nme");
    bytes(Optional.empty());
    arrived();
    assertThat(OnFx.get(this::trouble)).isEmpty();
  }

  @Test
  void aGuestThatCannotBeReadIsAskedTwiceASecondAndNoMore() {
    guest.eyes().answer(Question.Dump.class, Measured.unknown("its memory is closed to us"));
    OnFx.run(() -> view.go("tide_ticks"));
    OnFx.await("the reason", () -> OnFx.get(() -> trouble().contains("closed to us")));
    OnFx.await("a second", () -> Collections.frequency(dumped(), "tide_ticks") > 2);
    assertThat(OnFx.get(() -> view.model().arriving())).isFalse();
    assertThat(OnFx.get(() -> view.model().sheet())).isEmpty();
  }

  private String badge() {
    return OnFx.get(() -> ((ProvenanceBadge) view.lookup(".tri-provenance")).text());
  }

  @Test
  void bytesSayWhereTheyCameFromAndStayWithTheirTimeWhenTheGuestHasEnded() {
    assertThat(badge()).isEqualTo("Read live from guest memory 0 pauses, 500 ms");
    guest.eyes().answer(Question.Dump.class, Measured.unknown("the guest has ended"));
    OnFx.run(() -> guest.end(Verdict.STOPPED, ""));
    OnFx.await(
        "the end", () -> OnFx.get(() -> trouble().equals("Not read again: the guest has ended")));
    assertThat(badge()).startsWith("as of ").endsWith("the guest has ended");
    assertThat(OnFx.get(() -> view.model().sheet())).isPresent();
  }

  @Test
  void aPastRunIsNotTakenForNoGuest() {
    var run = Samples.record(12, Verdict.CRASHED, "page fault");
    OnFx.run(
        () ->
            desk.session().past(new ShownRun.Past(run, new FakeConsole().end(), new FakeVitals())));
    assertThat(OnFx.get(() -> ((Label) view.lookup(".tri-hint-title")).getText()))
        .isEqualTo("Run #12 is over");
    assertThat(OnFx.get(() -> button("Back to the guest"))).isNotNull();
  }

  @Test
  void whereNoPlaceWasChosenTheGuestIsNotAsked() {
    anew(Theme.DARK);
    var before = guest.eyes().asked().size();
    var jobs = desk.workbench().jobs();
    OnFx.run(() -> view.shown(true));
    OnFx.painted();
    assertThat(jobs.running()).isEmpty();
    assertThat(guest.eyes().asked()).hasSize(before);
  }

  private String trouble() {
    return ((Label) view.lookup(".grid-cut")).getText();
  }

  /// A panel of its own, where nothing was done yet.
  private Scene anew(Theme theme) {
    return OnFx.get(
        () -> {
          view.close();
          make();
          var made = new Scene(view, 980, 460);
          theme.apply(made, 1);
          desk.look().theme().set(theme);
          view.applyCss();
          view.layout();
          return made;
        });
  }

  @Test
  void nothingIsWrongWhereNoPlaceWasChosen() {
    for (var theme : Theme.values()) {
      var scene = anew(theme);
      OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
      OnFx.painted();
      assertThat(OnFx.get(() -> view.lookup(".grid-cut").isVisible())).isFalse();
      assertThat(OnFx.get(() -> view.lookup(".tri-hint").isVisible())).isTrue();
      Snapshot.compare("bytes-nowhere", theme, scene);
    }
  }

  @Test
  void looksRight() {
    for (var theme : Theme.values()) {
      var scene = anew(theme);
      OnFx.run(() -> view.go("tide_heap"));
      arrived();
      OnFx.run(
          () -> {
            view.applyCss();
            view.layout();
            view.model().move(AT + 17, false);
            view.go("tide_heap");
          });
      OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
      OnFx.painted();
      Snapshot.compare("bytes", theme, scene);
    }
  }
}
