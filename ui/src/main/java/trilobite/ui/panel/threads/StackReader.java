// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import trilobite.model.guest.ThreadKind;
import trilobite.model.guest.ThreadRow;
import trilobite.model.inspect.Backtrace;
import trilobite.model.inspect.Question;
import trilobite.model.job.Job;
import trilobite.model.port.Jobs;
import trilobite.model.reading.Measured;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;

/// Asks for the backtrace of the chosen thread when it is chosen, and again once it stands
/// elsewhere; that takes a debugger, so a thread that runs is asked for only once. One question at
/// a time. JavaFX thread; the answer is found on others.
final class StackReader {

  private final Desk desk;
  private final Consumer<Optional<Measured<Backtrace>>> show;
  private Optional<Place> wanted = Optional.empty();
  private Optional<Place> asked = Optional.empty();
  private Optional<Jobs.Running<Measured<Backtrace>>> running = Optional.empty();

  /// Where a thread stands, as far as its row tells.
  private record Place(long thread, boolean runs, Optional<String> top, OptionalLong depth) {

    static Place of(ThreadRow row) {
      boolean runs = ThreadKind.of(row.state()) == ThreadKind.RUNNING;
      return new Place(
          row.id(),
          runs,
          runs ? Optional.empty() : row.top(),
          runs ? OptionalLong.empty() : row.stackUsed());
    }
  }

  /// @param show hears of each answer, and of none where another thread is chosen
  StackReader(Desk desk, Consumer<Optional<Measured<Backtrace>>> show) {
    this.desk = desk;
    this.show = show;
  }

  /// That thread is chosen, as it was read last.
  void choose(Optional<ThreadRow> row) {
    var next = row.map(Place::of);
    if (!next.map(Place::thread).equals(wanted.map(Place::thread))) {
      show.accept(Optional.empty());
      asked = Optional.empty();
    }
    wanted = next;
    if (!wanted.equals(asked)) {
      ask(false);
    }
  }

  /// Asks anew.
  ///
  /// @param exact true to pause the guest for the moment of reading
  void ask(boolean exact) {
    var guest = desk.session().run().get().flatMap(ShownRun::live);
    boolean busy = running.filter(job -> !job.result().isDone()).isPresent();
    if (guest.isEmpty() || wanted.isEmpty() || busy) {
      return;
    }
    var place = wanted.get();
    asked = wanted;
    var question = new Question.Stack(Long.toString(place.thread()), exact);
    running =
        Optional.of(
            desk.background(
                new Job<>("Read a stack", _ -> guest.get().eyes().ask(question)),
                answer -> answered(place, answer),
                error -> answered(place, Measured.unknown(String.valueOf(error.getMessage())))));
  }

  private void answered(Place place, Measured<Backtrace> answer) {
    if (wanted.map(Place::thread).equals(Optional.of(place.thread()))) {
      show.accept(Optional.of(answer));
    } else {
      ask(false);
    }
  }
}
