// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import trilobite.model.job.Job;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.GraphTable;
import trilobite.ui.chart.Png;
import trilobite.ui.chart.SafeFile;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.Toast;

/// Graphs as files: the shown window, or the selected span where there is one.
final class VitalsExport implements VitalsActions {

  private final Desk desk;
  private final FileChoice files;
  private final GraphGroup group;
  private final Node picture;

  VitalsExport(Desk desk, FileChoice files, GraphGroup group, Node picture) {
    this.desk = desk;
    this.files = files;
    this.group = group;
    this.picture = picture;
  }

  @Override
  public void exportCsv() {
    desk.session().run().get().ifPresent(run -> choose(run, "csv").ifPresent(to -> csv(run, to)));
  }

  private void csv(ShownRun run, Path file) {
    var table = table(run);
    save(file, () -> table.get().csv().getBytes(StandardCharsets.UTF_8));
  }

  /// Made where it is asked for: walking the samples takes a while.
  private Supplier<GraphTable> table(ShownRun run) {
    var window = group.selection().get().orElse(group.window());
    var wall = group.wall();
    // Graphs of its own: rates keep state for one thread, and that one is not the view's.
    return () -> GraphTable.of(new VitalsGraphs(run.vitals(), false).graphs(), window, wall);
  }

  @Override
  public void exportPng() {
    desk.session()
        .run()
        .get()
        .ifPresent(
            run ->
                choose(run, "png")
                    .ifPresent(
                        file -> {
                          var image = Png.draw(picture);
                          save(file, () -> Png.encode(image));
                        }));
  }

  @Override
  public void copyTable() {
    copy(GraphTable::tabbed);
  }

  @Override
  public void copyJson() {
    copy(GraphTable::json);
  }

  private record Copied(int rows, String text) {}

  private void copy(Function<GraphTable, String> face) {
    desk.session()
        .run()
        .get()
        .map(this::table)
        .ifPresent(
            table ->
                desk.background(
                    new Job<>(
                        "Copy the graphs' table",
                        _ -> {
                          var made = table.get();
                          return new Copied(made.rows(), face.apply(made));
                        }),
                    this::toClipboard,
                    error -> desk.toast(Toast.error("Not copied", "" + error.getMessage()))));
  }

  private void toClipboard(Copied copied) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, copied.text()));
    desk.toast(Toast.info("Copied", copied.rows() + " rows of samples."));
  }

  @Override
  public void copyValues() {
    desk.session()
        .run()
        .get()
        .ifPresent(
            run -> {
              var text = new StringBuilder();
              new Provenance(run.vitals().latest(), run.vitals().now())
                  .values()
                  .forEach(
                      (title, value) -> text.append(title).append('\t').append(value).append('\n'));
              Clipboard.getSystemClipboard()
                  .setContent(Map.of(DataFormat.PLAIN_TEXT, text.toString()));
            });
  }

  private Optional<Path> choose(ShownRun run, String ending) {
    var name = "run-" + run.id().number() + "-vitals." + ending;
    return files.choose(FileChoice.owner(picture), name, ending);
  }

  /// Content that takes a while.
  private interface Content {
    byte[] make() throws Exception;
  }

  private void save(Path file, Content content) {
    desk.background(
        new Job<>(
            "Export " + file.getFileName(),
            _ -> {
              SafeFile.write(file, content.make());
              return file;
            }),
        done -> desk.toast(Toast.info("Exported", done.toString())),
        error -> desk.toast(Toast.error("Not exported", SafeFile.trouble(file, error))));
  }
}
