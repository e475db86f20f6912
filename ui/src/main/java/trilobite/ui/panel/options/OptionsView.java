// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.options;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.build.BuildOption;
import trilobite.model.build.OptionTable;
import trilobite.model.job.Job;
import trilobite.model.table.Table;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.control.Hint;
import trilobite.ui.grid.Grid;
import trilobite.ui.grid.GridColumn;
import trilobite.ui.grid.GridSpec;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.PanelView;
import trilobite.ui.panel.Session.BuildView;
import trilobite.ui.panel.Toast;

/// The page: a table of options, and below it the one that is selected. Read anew when another
/// project is opened and after each build.
final class OptionsView extends VBox implements PanelView {

  private static final Map<String, Double> WIDTHS =
      Map.of("name", 20.0, "value", 9.0, "prompt", 26.0, "menu", 22.0);

  private final Desk desk;
  private final OptionsModel model = new OptionsModel();
  private final Grid<BuildOption> grid;
  private final OptionDetail detail = new OptionDetail(this::set);
  private final HBox segments = new HBox();
  private final Label note = new Label();
  private final StackPane middle = new StackPane();
  private final Node tables;
  private final ChangeListener<Optional<OpenProject>> opened = (_, was, now) -> opened(was, now);
  private final ChangeListener<BuildView> built = (_, was, now) -> built(was, now);

  OptionsView(Desk desk, FileChoice files) {
    this.desk = desk;
    getStyleClass().addAll("tri-panel", "options");
    getStylesheets()
        .add(
            Objects.requireNonNull(OptionsView.class.getResource("options.css"), "options.css")
                .toExternalForm());
    grid = new Grid<>(desk, spec(), files);
    grid.selected().addListener((_, _, now) -> detail.show(now, editable()));
    segments.getStyleClass().add("tri-segment");
    segments.setMinWidth(Region.USE_PREF_SIZE);
    segments.setMaxHeight(Region.USE_PREF_SIZE);
    note.setWrapText(true);
    note.getStyleClass().add("grid-cut");
    note.setId("options-note");
    note.managedProperty().bind(note.visibleProperty());
    var split = new SplitPane(grid.node(), detail);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.68);
    tables = split;
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(bar(), note, middle);
    desk.session().project().addListener(opened);
    desk.session().build().addListener(built);
    show();
    read();
  }

  private static GridSpec<BuildOption> spec() {
    var columns =
        Table.of("options", BuildOption.class).columns().stream()
            .map(GridColumn::of)
            .map(
                column ->
                    WIDTHS.containsKey(column.name())
                        ? column.wide(WIDTHS.getOrDefault(column.name(), 9.0))
                        : column.optional())
            .toList();
    return new GridSpec<>(
        "options",
        columns,
        BuildOption::name,
        option -> option.value().isEmpty() ? "grid-dim" : "",
        "Filter by name, value or help");
  }

  private HBox bar() {
    var menu = Hint.action("ci-terminal", "Menu of options", desk.session()::openMenu);
    menu.setId("options-menu");
    menu.visibleProperty().bind(desk.session().menu());
    menu.managedProperty().bind(menu.visibleProperty());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var bar = new HBox(segments, grid.filterField(), grid.count(), space, menu, grid.tools());
    bar.getStyleClass().add("tri-toolbar");
    return bar;
  }

  private boolean editable() {
    return model.shown().filter(OptionTable::editable).isPresent();
  }

  private void opened(Optional<OpenProject> was, Optional<OpenProject> now) {
    if (OpenProject.another(was, now)) {
      model.changed(false);
      read();
    }
  }

  private void built(BuildView was, BuildView now) {
    if (was.running() && !now.running()) {
      model.changed(false);
      read();
    }
  }

  private void read() {
    var project = desk.session().project().get();
    if (project.isEmpty()) {
      model.read(List.of());
      show();
      return;
    }
    var folder = project.get().folder();
    desk.background(
        new Job<>("Read the build's options", _ -> desk.workbench().builds().options(folder)),
        tables -> {
          model.read(tables);
          show();
        },
        error -> {
          model.read(List.of());
          show();
          desk.toast(Toast.error("The options cannot be read", String.valueOf(error.getMessage())));
        });
  }

  private void set(BuildOption option, String value) {
    var project = desk.session().project().get();
    var table = model.shown();
    if (project.isEmpty() || table.isEmpty()) {
      return;
    }
    var folder = project.get().folder();
    var title = table.get().title();
    desk.background(
        new Job<>(
            "Change " + option.name(),
            _ -> {
              desk.workbench().builds().setOption(folder, title, option.name(), value);
              return true;
            }),
        _ -> {
          model.changed(true);
          read();
        },
        error -> {
          read();
          desk.toast(
              Toast.error(option.name() + " is not changed", String.valueOf(error.getMessage())));
        });
  }

  private void show() {
    var titles = model.titles();
    segments.getChildren().setAll(titles.stream().map(this::segment).toList());
    segments.setVisible(titles.size() > 1);
    segments.setManaged(titles.size() > 1);
    note.setText(model.note());
    note.setVisible(!note.getText().isEmpty());
    grid.rows(model.options());
    detail.show(grid.selected().get(), editable());
    middle.getChildren().setAll(titles.isEmpty() ? nothing() : tables);
  }

  private Node segment(String title) {
    var button = new ToggleButton(title);
    button.setMnemonicParsing(false);
    button.setSelected(model.shown().filter(table -> table.title().equals(title)).isPresent());
    button.setOnAction(
        _ -> {
          model.choose(title);
          show();
        });
    return button;
  }

  private static Node nothing() {
    return Hint.empty(
        "ci-settings",
        "No options to show",
        "They appear here where the project's toolchain keeps them in a file, such as a .config of"
            + " Unikraft or a Kraftfile.");
  }

  @Override
  public void focusMain() {
    grid.focus();
  }

  @Override
  public void close() {
    desk.session().project().removeListener(opened);
    desk.session().build().removeListener(built);
    grid.close();
  }
}
