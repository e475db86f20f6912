// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import trilobite.model.check.Severity;
import trilobite.model.guest.PacketRow;
import trilobite.model.job.Job;
import trilobite.model.port.Captures.Reader;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.chart.SafeFile;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.Toast;

/// What can be done with packets beside looking at them.
final class PacketActions {

  private final Desk desk;
  private final FileChoice files;
  private final Supplier<Optional<PacketStore>> store;

  PacketActions(Desk desk, FileChoice files, Supplier<Optional<PacketStore>> store) {
    this.desk = desk;
    this.files = files;
    this.store = store;
  }

  /// Saves some of the list as pcapng, which Wireshark opens.
  void export(Selected some) {
    var from = store.get();
    var run = desk.session().run().get().map(ShownRun::id);
    if (from.isEmpty() || run.isEmpty() || some.isEmpty()) {
      return;
    }
    var name = "run-" + run.get().number();
    var owner = Window.getWindows().stream().filter(Window::isFocused).findFirst();
    var file =
        files.choose(owner.orElse(Window.getWindows().getFirst()), name + ".pcapng", "pcapng");
    file.ifPresent(
        to ->
            desk.background(
                new Job<>(
                    "Export " + to.getFileName(),
                    context ->
                        new PacketSave(from.get(), "run " + run.get(), some).write(to, context)),
                count ->
                    desk.toast(
                        Toast.info(
                            "Exported",
                            (count == 1 ? "1 packet" : count + " packets") + " to " + to)),
                error -> desk.toast(Toast.error("Not exported", SafeFile.trouble(to, error)))));
  }

  /// Writes the list into the run's folder and has Wireshark show it; where Wireshark is missing,
  /// says how to get it and offers to save instead.
  void wireshark() {
    var from = store.get();
    var run = desk.session().run().get().map(ShownRun::id);
    if (from.isEmpty() || run.isEmpty()) {
      return;
    }
    var captures = desk.workbench().captures();
    desk.background(
        new Job<>(
            "Open in Wireshark",
            context -> {
              var missing = captures.missing(Reader.WIRESHARK);
              if (missing.isPresent()) {
                return missing;
              }
              var file = captures.snapshot(run.get());
              new PacketSave(from.get(), "run " + run.get(), Selected.ALL).write(file, context);
              captures.wireshark(file);
              return Optional.<String>empty();
            }),
        missing ->
            missing.ifPresentOrElse(
                why -> withoutWireshark(why),
                () ->
                    desk.toast(
                        Toast.info(
                            "Opened in Wireshark",
                            "The packets until now. To see them as they come, in a terminal:"
                                + " trilobite tcpdump -f -w - | wireshark -k -i -"))),
        error -> withoutWireshark(String.valueOf(error.getMessage())));
  }

  private void withoutWireshark(String why) {
    desk.toast(
        new Toast(
            Severity.ERROR,
            "Not opened in Wireshark",
            why,
            List.of(new Toast.Action("Save as pcapng…", () -> export(Selected.ALL)))));
  }

  /// Shows what both ends of a packet's connection said, as a page.
  void follow(PacketRow row) {
    var from = store.get();
    var run = desk.session().run().get().map(ShownRun::id);
    if (from.isEmpty() || run.isEmpty() || row.flow().isEmpty()) {
      return;
    }
    var kept = from.get();
    long id = row.flow().getAsLong();
    desk.background(
        new Job<>("Find a connection", _ -> kept.flow(id)),
        found ->
            found.ifPresentOrElse(
                flow -> new Stream(run.get(), id, flow.firstPacket()).open(desk, files, () -> kept),
                () ->
                    desk.toast(
                        Toast.error(
                            "No stream",
                            "The connection was silent for so long that it is forgotten."))),
        error -> desk.toast(Toast.error("No stream", String.valueOf(error.getMessage()))));
  }
}
