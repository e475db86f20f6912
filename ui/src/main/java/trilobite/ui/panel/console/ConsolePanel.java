// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import trilobite.model.job.Subscription;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;
import trilobite.ui.panel.ShownRun;

/// The serial console of the shown run: its lines, live or past, and a line to type on.
public final class ConsolePanel implements Panel {

  private final FileChoice files;
  private final ZoneId zone;
  private Optional<ConsoleView> view = Optional.empty();
  private Runnable close = () -> {};

  public ConsolePanel() {
    this(FileChoice.NATIVE, ZoneId.systemDefault());
  }

  ConsolePanel(FileChoice files, ZoneId zone) {
    this.files = files;
    this.zone = zone;
  }

  @Override
  public PanelInfo info() {
    return new PanelInfo(
        "console", "Console", "ci-terminal", Place.TOOL, 1, "Alt+1", "serial, tty, shell, log");
  }

  @Override
  public void announce(Desk desk) {
    command(
        desk,
        "console.input",
        "Type on the console",
        "Shortcut+BACK_QUOTE",
        () -> {
          desk.reveal("console");
          view.ifPresent(ConsoleView::focusInput);
        });
    command(
        desk,
        "console.clear",
        "Clear console view",
        "Shortcut+L",
        () -> view.ifPresent(ConsoleView::clear));
    command(
        desk,
        "console.find",
        "Find in console",
        "",
        () -> {
          desk.reveal("console");
          view.ifPresent(ConsoleView::findText);
        });
    command(
        desk,
        "console.follow",
        "Follow the console’s newest line",
        "",
        () -> view.ifPresent(v -> v.follow(true)));
    command(
        desk,
        "console.raw",
        "Console raw mode on or off",
        "",
        () -> {
          desk.reveal("console");
          view.ifPresent(ConsoleView::toggleRaw);
        });
    command(
        desk,
        "console.save",
        "Save console as…",
        "",
        () -> {
          desk.reveal("console");
          view.ifPresent(ConsoleView::save);
        });
  }

  @Override
  public Node open(Desk desk) {
    var made = new ConsoleView(desk, files, zone);
    view = Optional.of(made);
    var run = desk.session().run();
    ChangeListener<Optional<ShownRun>> changed = (_, _, now) -> made.show(now);
    run.addListener(changed);
    made.show(run.get());
    Subscription refreshing = Fx.keepUp(made::refresh);
    close =
        () -> {
          run.removeListener(changed);
          refreshing.close();
          made.close();
        };
    return made;
  }

  @Override
  public void focus() {
    view.ifPresent(ConsoleView::focusInput);
  }

  @Override
  public void close() {
    close.run();
    close = () -> {};
  }

  private static void command(Desk desk, String id, String title, String keys, Runnable run) {
    ObservableBooleanValue always = Bindings.createBooleanBinding(() -> true);
    desk.commands().add(new Command(id, title, "ci-terminal", keys, always, run));
  }
}
