// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.job.Job;
import trilobite.model.packet.layer.Layer;
import trilobite.model.port.Captures.Reader;
import trilobite.model.port.Jobs;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;

/// tshark's view of packets, asked for one at a time: the next wish ends the last. Answers are kept
/// while one looks around. JavaFX thread; tshark runs elsewhere.
final class DeepView {

  private static final int MOST = 50;

  private final Desk desk;
  private final Map<Key, List<Layer>> known =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Layer>> eldest) {
          return size() > MOST;
        }
      };
  private Optional<Jobs.Running<?>> running = Optional.empty();

  /// A packet of one run.
  private record Key(Object log, long number) {}

  DeepView(Desk desk) {
    this.desk = desk;
  }

  /// @param done called at once where the answer is known
  /// @param failed hears in one sentence why there is none
  void ask(PacketStore store, long number, Consumer<List<Layer>> done, Consumer<String> failed) {
    stop();
    var key = new Key(store.log(), number);
    var kept = known.get(key);
    if (kept != null) {
      done.accept(kept);
      return;
    }
    var captures = desk.workbench().captures();
    var job =
        desk.background(
            new Job<>(
                "Ask tshark about packet " + number,
                context -> {
                  var missing = captures.missing(Reader.TSHARK);
                  return missing.isPresent()
                      ? Answer.none(missing.get())
                      : Answer.of(captures.deep(store.upTo(number), context));
                }),
            answer -> {
              if (answer.layers().isEmpty()) {
                failed.accept(answer.why());
              } else {
                known.put(key, answer.layers());
                done.accept(answer.layers());
              }
            },
            error -> failed.accept(String.valueOf(error.getMessage())));
    running = Optional.of(job);
    // Not where the next wish ended it.
    Fx.whenCancelled(
        job,
        () -> {
          if (running.filter(job::equals).isPresent()) {
            failed.accept("Asking tshark was cancelled.");
          }
        });
  }

  /// @param why there are no layers
  private record Answer(List<Layer> layers, String why) {
    static Answer none(String why) {
      return new Answer(List.of(), why);
    }

    static Answer of(List<Layer> layers) {
      return new Answer(layers, "tshark says nothing about this packet.");
    }
  }

  /// Ends what is under way.
  void stop() {
    running.ifPresent(Jobs.Running::cancel);
    running = Optional.empty();
  }
}
