// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import trilobite.model.project.TextPlace;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.FileEditors;
import trilobite.ui.panel.Toast;

/// Files and pages in tabs, with room for a banner above them.
final class EditorArea extends VBox {

  private final Desk desk;
  private final Optional<FileEditors> editors = ServiceLoader.load(FileEditors.class).findFirst();
  private final TabStack stack = new TabStack("editor", true);
  private final VBox banners = new VBox();
  private final Map<String, FileTab> files = new LinkedHashMap<>();
  private final Trail trail = new Trail();
  private final ObservableValue<Optional<Path>> frontFile =
      Bindings.createObjectBinding(() -> front().map(FileTab::file), stack.selected());

  EditorArea(Desk desk) {
    this.desk = desk;
    stack.onClose(this::close);
    stack.leaving(this::leaving);
    VBox.setVgrow(stack, Priority.ALWAYS);
    setMinSize(0, 0);
    getStyleClass().add("tri-editor-area");
    getChildren().addAll(banners, stack);
  }

  void announce() {
    editors.ifPresent(found -> found.announce(desk));
  }

  void inSight(boolean now) {
    setVisible(now);
    stack.inSight(now);
  }

  void whenEmpty(Node node) {
    stack.whenEmpty(node);
  }

  ReadOnlyObjectProperty<Optional<Tab>> selected() {
    return stack.selected();
  }

  /// The file whose tab is in front.
  Optional<FileTab> front() {
    return stack.selected().get().map(tab -> files.get(tab.id()));
  }

  /// The file whose tab is in front, as it changes.
  ObservableValue<Optional<Path>> frontFile() {
    return frontFile;
  }

  List<FileTab> files() {
    return List.copyOf(files.values());
  }

  List<FileTab> unsaved() {
    return files.values().stream().filter(file -> file.view().unsaved().get()).toList();
  }

  void openFile(Path file, Optional<TextPlace> place) {
    var path = file.toAbsolutePath().normalize();
    var open =
        Optional.ofNullable(files.get(FileTab.id(path)))
            .or(() -> editors.map(found -> add(path, found)));
    if (open.isEmpty()) {
      desk.toast(Toast.error("No editor", "This build of Trilobite has no editor for files."));
    }
    open.ifPresent(
        tab -> {
          if (place.isPresent() && front().filter(tab::equals).isPresent()) {
            leaving();
          }
          stack.select(tab.tab().id());
          place.ifPresent(tab.view()::go);
          tab.view().focus();
        });
  }

  /// Files below `from` are below `to` now: each gets an editor there, in its tab's place, with the
  /// text that was not saved.
  void moved(Path from, Path to) {
    for (var old : files()) {
      if (old.file().startsWith(from)) {
        boolean front = stack.selected().get().filter(old.tab()::equals).isPresent();
        var path = to.resolve(from.relativize(old.file())).normalize();
        editors.ifPresent(
            found -> {
              var file = FileTab.of(path, found.open(path, desk), FileIcons.of(path));
              file.view().takeOver(old.view().handOver());
              files.put(file.tab().id(), file);
              stack.insert(stack.tabs().indexOf(old.tab()), file.tab());
              drop(old.tab());
              if (front) {
                stack.select(file.tab().id());
              }
            });
      }
    }
  }

  /// Where one is now.
  private Optional<Trail.Spot> spot() {
    return stack
        .selected()
        .get()
        .map(tab -> new Trail.Spot(tab.id(), front().map(file -> file.view().caret())));
  }

  private void leaving() {
    spot().ifPresent(trail::left);
  }

  /// Goes back to where one was.
  void back() {
    trail.back(spot()).ifPresent(this::go);
  }

  /// Goes forward again.
  void forward() {
    trail.forward(spot()).ifPresent(this::go);
  }

  private void go(Trail.Spot to) {
    stack.jump(to.tab());
    front()
        .ifPresentOrElse(
            file -> {
              to.place().ifPresent(file.view()::go);
              file.view().focus();
            },
            () -> stack.selected().get().ifPresent(tab -> tab.content().focus()));
  }

  void openPage(Tab page) {
    if (stack.find(page.id()).isEmpty()) {
      stack.add(page);
    }
    front(page);
  }

  /// As [#openPage], in place of the page that has this id: what it said may be old.
  void replacePage(Tab page) {
    stack.replace(page);
    front(page);
  }

  private void front(Tab page) {
    stack.select(page.id());
    page.content().focus();
  }

  boolean select(String id) {
    stack.select(id);
    return stack.find(id).isPresent();
  }

  void step(int by) {
    stack.step(by);
  }

  void closeSelected() {
    stack.selected().get().ifPresent(this::close);
  }

  /// Closes every file, saved or not, as another project is opened.
  void closeFiles() {
    files().forEach(file -> drop(file.tab()));
  }

  /// Ids of the open pages, in order.
  List<String> pages() {
    return stack.tabs().stream().map(Tab::id).filter(id -> !files.containsKey(id)).toList();
  }

  /// Shows a banner, in place of the one with this id.
  void banner(String id, Optional<Banner> banner) {
    banners.getChildren().removeIf(node -> id.equals(node.getId()));
    banner.ifPresent(
        shown -> {
          shown.setId(id);
          banners.getChildren().add(shown);
        });
  }

  /// Saves all that is not on disk; `done` hears whether all of it is now. What cannot be saved
  /// comes to the front, where it says why.
  void saveAll(Consumer<Boolean> done) {
    saveNext(new ArrayList<>(unsaved()), done);
  }

  private void saveNext(List<FileTab> waiting, Consumer<Boolean> done) {
    if (waiting.isEmpty()) {
      done.accept(true);
      return;
    }
    var next = waiting.removeFirst();
    next.view()
        .save(
            saved -> {
              if (saved) {
                saveNext(waiting, done);
              } else {
                done.accept(false);
                front(next.tab());
              }
            });
  }

  private FileTab add(Path path, FileEditors found) {
    var file = FileTab.of(path, found.open(path, desk), FileIcons.of(path));
    files.put(file.tab().id(), file);
    stack.add(file.tab());
    return file;
  }

  private void close(Tab tab) {
    var file = Optional.ofNullable(files.get(tab.id()));
    if (file.filter(one -> one.view().unsaved().get()).isEmpty()) {
      drop(tab);
      return;
    }
    stack.select(tab.id());
    var id = "unsaved-" + tab.id();
    file.ifPresent(one -> CloseQuestion.ask(one, shown -> banner(id, shown), () -> drop(tab)));
  }

  private void drop(Tab tab) {
    stack.remove(tab);
    files.remove(tab.id());
    trail.closed(tab.id());
    tab.content().close();
  }
}
