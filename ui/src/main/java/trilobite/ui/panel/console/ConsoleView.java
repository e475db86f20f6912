// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.console.LineFilter;
import trilobite.model.console.LineFilter.Term;
import trilobite.model.console.LineRing;
import trilobite.model.port.Settings;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.chart.SafeFile;
import trilobite.ui.console.FindBar;
import trilobite.ui.control.Clips;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.Toast;

/// The Console panel's nodes. JavaFX thread.
final class ConsoleView extends VBox {

  private static final String UPTIME = "console.uptime";
  private static final String ENDING = "console.ending";
  private static final LineRing NONE = new LineRing();

  private final Desk desk;
  private final FileChoice files;
  private final ConsoleToolbar bar = new ConsoleToolbar();
  private final Counting counting = new Counting(bar::counts);
  private final FindBar find = new FindBar("console");
  private final ConsoleLines lines;
  private final StackPane middle = new StackPane();
  private final NoteStrip note = new NoteStrip(this::act);
  private final Typist typist;
  private final InputLine input;
  private final RawInput raw;
  private final ZoneId zone;
  private final EmptyPlace empty;
  private final Troubles troubles = new Troubles();

  ConsoleView(Desk desk, FileChoice files, ZoneId zone) {
    this.desk = desk;
    this.files = files;
    this.zone = zone;
    lines = new ConsoleLines(desk.session(), find, zone);
    typist = new Typist(desk, troubles::notSent);
    input = new InputLine(this::type);
    raw = new RawInput(this::type, this::release, lines.selecting()::copy);
    empty =
        new EmptyPlace(middle, desk.session()::startRun, () -> bar.filter().clear(), this::retry);
    getStyleClass().addAll("tri-panel", "console");
    getStylesheets()
        .add(
            Objects.requireNonNull(ConsoleView.class.getResource("console.css"), "console.css")
                .toExternalForm());
    middle.getChildren().addAll(lines.view(), find);
    StackPane.setAlignment(find, Pos.TOP_RIGHT);
    VBox.setVgrow(middle, Priority.ALWAYS);
    // Where it is low the words in place of lines are cut, not the line to type on.
    middle.setMinHeight(0);
    Clips.within(middle, middle);
    getChildren().addAll(bar, middle, note, input);
    wire();
    actions();
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void wire() {
    Settings settings = desk.workbench().settings();
    bar.follow().selectedProperty().bindBidirectional(lines.follow().following());
    bar.uptime().selectedProperty().addListener(_ -> lines.uptime(bar.uptime().isSelected()));
    bar.uptime().setSelected(settings.get(UPTIME).filter("true"::equals).isPresent());
    bar.uptime().setOnAction(_ -> settings.put(UPTIME, "" + bar.uptime().isSelected()));
    bar.whenFiltered(this::filter);
    settings.get(ENDING).filter("CRLF"::equals).ifPresent(_ -> input.ending(LineEnding.CRLF));
    find.whenClosed(lines.view()::requestFocus);
    input
        .raw()
        .addListener(
            _ -> {
              keysGoToGuest(input.raw().get());
              input.focus();
            });
    lines.view().whenPainted(() -> counting.painted(all(), shown()));
    lines.view().setOnContextMenuRequested(new ConsoleMenu(this, lines, raw)::show);
    lines.view().addEventHandler(KeyEvent.KEY_TYPED, this::typedOnLines);
  }

  private void actions() {
    bar.action("ci-search", "Find", "F3", find::open);
    bar.action("ci-copy", "Copy", "Ctrl+C", this::copy);
    bar.action("ci-save", "Save console as…", "", this::save);
    bar.action("ci-clean", "Clear view, the log is kept", "Ctrl+L", this::clear);
  }

  /// Shows another run.
  void show(Optional<ShownRun> run) {
    lines.show(run);
    typist.guest(run.flatMap(ShownRun::live));
    troubles.another();
    refresh();
  }

  /// Brings everything but the lines up to date; a few times a second.
  void refresh() {
    Optional<ShownRun> run = lines.shown().map(ShownConsole::run);
    LineRing all = all();
    LineRing shown = shown();
    counting.count(all, shown);
    bar.asOf(lines.shown().map(console -> console.asOf(zone)).orElse(""));
    boolean lost = troubles.lost(lines.shown());
    input.state(InputState.of(run, lost));
    find.refresh();
    lines.stamp();
    Optional<String> trouble = lines.shown().flatMap(console -> console.feed().trouble());
    boolean any = all.end() > all.first();
    note.show(any || trouble.isEmpty() ? troubles.note(lines.shown(), lost) : Optional.empty());
    if (shown.end() > shown.first()) {
      empty.show(Optional.empty());
    } else if (!any && trouble.isPresent()) {
      empty.show(trouble.map(Emptiness::unreadable));
    } else if (settled()) {
      empty.show(Optional.of(Emptiness.of(run, all.end() > all.first())));
    }
  }

  private LineRing all() {
    return lines.shown().map(console -> console.feed().all()).orElse(NONE);
  }

  private LineRing shown() {
    return lines.shown().map(console -> console.feed().shown()).orElse(NONE);
  }

  /// True once everything there is now was read.
  boolean settled() {
    return lines.shown().map(console -> console.feed().caughtUp()).orElse(true);
  }

  void focusLines() {
    lines.view().requestFocus();
  }

  void focusInput() {
    input.focus();
  }

  void clear() {
    lines.shown().ifPresent(console -> console.feed().clear());
  }

  void toggleRaw() {
    input.raw(!input.raw().get());
  }

  void findText() {
    find.open();
  }

  void follow(boolean on) {
    lines.follow().following().set(on);
  }

  void copy() {
    lines.selecting().copy();
  }

  /// Asks where to, then writes the console there as the guest sent it.
  void save() {
    if (lines.shown().isEmpty()) {
      return;
    }
    ShownRun run = lines.shown().get().run();
    files
        .choose(FileChoice.owner(this), "console-" + run.id().number() + ".log", "log")
        .ifPresent(file -> save(run, file));
  }

  private void save(ShownRun run, Path file) {
    desk.background(
        SaveConsole.job(run.console(), file),
        bytes -> desk.toast(Toast.info("Console saved", bytes + " bytes in " + file + ".")),
        failure ->
            desk.toast(Toast.error("The console was not saved", SafeFile.trouble(file, failure))));
  }

  void close() {
    lines.close();
    desk.workbench().settings().put(ENDING, input.ending().name());
  }

  private void type(byte[] bytes) {
    troubles.sending();
    lines.follow().following().set(true);
    typist.type(bytes);
    lines.shown().ifPresent(console -> console.feed().expect());
  }

  /// Who types on the lines, as on a terminal, means the guest.
  private void typedOnLines(KeyEvent event) {
    String text = event.getCharacter();
    if (!event.isShortcutDown()
        && !event.isAltDown()
        && !text.isEmpty()
        && text.charAt(0) >= ' '
        && text.charAt(0) != 0x7f) {
      input.take(text);
      event.consume();
    }
  }

  private void release() {
    input.raw(false);
    input.focus();
  }

  private void keysGoToGuest(boolean on) {
    if (on) {
      raw.install(input.sink());
      raw.install(lines.view());
    } else {
      raw.uninstall(input.sink());
      raw.uninstall(lines.view());
    }
  }

  private void filter() {
    var parsed = LineFilter.parse(bar.filter().getText());
    bar.error(parsed.error());
    if (parsed.error().isEmpty()) {
      var filter = parsed.filter();
      lines.filter(bar.origin().map(Term.From::new).map(filter::and).orElse(filter));
    }
  }

  private void act(String action) {
    if (action.equals(Troubles.RESTART)) {
      desk.session().restart();
    } else {
      retry();
    }
  }

  private void retry() {
    lines.shown().ifPresent(console -> console.feed().retry());
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.F && !event.isShiftDown()) {
      bar.filter().requestFocus();
      bar.filter().selectAll();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
      input.paste();
    } else if (event.getCode() == KeyCode.F3) {
      if (event.isShiftDown()) {
        find.previous();
      } else {
        find.next();
      }
    } else if (event.getCode() == KeyCode.ESCAPE && bar.filter().isFocused()) {
      bar.filter().clear();
      focusLines();
    } else {
      return;
    }
    event.consume();
  }
}
