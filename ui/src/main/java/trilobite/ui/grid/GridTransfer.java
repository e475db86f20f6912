// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Window;
import trilobite.model.job.Job;
import trilobite.model.table.Column;
import trilobite.model.table.TableText;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.chart.SafeFile;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Toast;

/// Takes rows out of the window: to the clipboard as TSV or JSON, to a file as CSV. All columns go,
/// with raw values.
record GridTransfer<R>(Desk desk, FileChoice files, String name, List<Column<R>> columns) {

  void tsv(List<R> rows) {
    copy(TableText.tsv(columns, rows), rows.size(), "tab-separated");
  }

  void json(List<R> rows) {
    copy(TableText.json(columns, rows), rows.size(), "JSON");
  }

  private void copy(String text, int rows, String form) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    desk.toast(Toast.info("Copied", (rows == 1 ? "1 row" : rows + " rows") + " as " + form + "."));
  }

  void csv(List<R> rows, Window owner) {
    var chosen = files.choose(owner, name + ".csv", "csv");
    if (chosen.isEmpty()) {
      return;
    }
    var file = chosen.get();
    desk.background(
        new Job<>(
            "Export " + file.getFileName(),
            _ -> {
              SafeFile.write(file, TableText.csv(columns, rows).getBytes(StandardCharsets.UTF_8));
              return file;
            }),
        done -> desk.toast(Toast.info("Exported", rows.size() + " rows to " + done)),
        error -> desk.toast(Toast.error("Not exported", SafeFile.trouble(file, error))));
  }
}
