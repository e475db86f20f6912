// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import trilobite.model.job.Job;
import trilobite.model.port.Jobs;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Commands;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Toast;

/// A desk for testing one panel: a [FakeSession], and a memory of what the panel asked for.
public final class FakeDesk implements Desk {

  private final FakeWorkbench workbench = new FakeWorkbench();
  private final FakeSession session = new FakeSession();
  private final FakeLook look = new FakeLook();
  private Commands commands = new FakeCommands();
  private final List<Toast> toasts = new CopyOnWriteArrayList<>();
  private final List<String> revealed = new CopyOnWriteArrayList<>();
  private final List<String> pages = new CopyOnWriteArrayList<>();
  private volatile Optional<Node> lastPage = Optional.empty();
  private List<String> offered = List.of();
  private final ObjectProperty<Optional<Path>> frontFile =
      new SimpleObjectProperty<>(Optional.empty());

  /// The file in front, as a test sets it.
  @Override
  public ObjectProperty<Optional<Path>> frontFile() {
    return frontFile;
  }

  public List<Toast> toasts() {
    return toasts;
  }

  /// This desk with other commands.
  public FakeDesk with(Commands other) {
    commands = other;
    return this;
  }

  /// This desk in a window that has these panels too.
  public FakeDesk offering(String... panels) {
    offered = List.of(panels);
    return this;
  }

  @Override
  public boolean offers(String panelId) {
    return offered.contains(panelId);
  }

  /// Ids of panels that were brought to the front.
  public List<String> revealed() {
    return revealed;
  }

  /// Ids of pages that were opened.
  public List<String> pages() {
    return pages;
  }

  @Override
  public FakeWorkbench workbench() {
    return workbench;
  }

  @Override
  public FakeSession session() {
    return session;
  }

  @Override
  public FakeLook look() {
    return look;
  }

  @Override
  public Commands commands() {
    return commands;
  }

  @Override
  public <T> Jobs.Running<T> background(
      Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    return Fx.start(workbench.jobs(), job, done, failed);
  }

  @Override
  public void toast(Toast toast) {
    toasts.add(toast);
  }

  @Override
  public void reveal(String panelId) {
    revealed.add(panelId);
  }

  /// Remembered as the id, a space and the words.
  @Override
  public void reveal(String panelId, String what) {
    revealed.add(panelId + " " + what);
  }

  @Override
  public void openPage(String id, String title, String icon, Node page) {
    pages.add(id);
    lastPage = Optional.of(page);
  }

  /// What stands in the page that was opened last.
  public Optional<Node> lastPage() {
    return lastPage;
  }
}
