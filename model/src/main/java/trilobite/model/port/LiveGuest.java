// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import trilobite.model.console.ConsoleLog;
import trilobite.model.guest.Eyes;
import trilobite.model.job.JobContext;
import trilobite.model.job.Subscription;
import trilobite.model.packet.PacketLog;
import trilobite.model.reach.Reach;
import trilobite.model.reading.Measured;
import trilobite.model.run.CoreWritten;
import trilobite.model.run.Limits;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.model.vitals.Vitals;

/// A guest that runs or has just ended, in this process or behind its owner's `control.sock`;
/// callers cannot tell the difference. Snapshot getters never block; commands may and run off the
/// JavaFX thread.
public interface LiveGuest {

  RunStatus status();

  ConsoleLog console();

  /// Every frame that passed between the guest's network card and the host; empty without a card.
  PacketLog packets();

  Vitals vitals();

  Eyes eyes();

  /// Asks the guest's own interface, below any forward.
  default Reach reach() {
    return probe -> Measured.unknown("nothing can be sent to this guest");
  }

  /// What cannot be done to it, with the reasons. Stays as long as the guest lives; never blocks.
  default Limits limits() {
    return Limits.NONE;
  }

  /// Types bytes on the serial console.
  ///
  /// @throws IOException where the guest is gone or its owner does not answer
  void type(byte[] bytes) throws IOException;

  /// Ends the guest and everything started for it; returns once it is gone.
  void stop() throws IOException;

  void pause() throws IOException;

  void resume() throws IOException;

  /// Writes an ELF core of the whole guest, which stands still meanwhile and goes on as it was.
  /// Blocks; to cancel leaves no file.
  ///
  /// @param file absolute, not there yet
  /// @throws IOException where no core can be had or written; says why, and what would help
  default CoreWritten dump(Path file, JobContext context) throws IOException {
    throw new IOException("No core can be had of this guest.");
  }

  /// Has the guest's QEMU write its packets down, where they do not pass here by themselves: that
  /// changes the QEMU, which is as it was again when the guest is let go. Blocks; again does
  /// nothing.
  ///
  /// @throws IOException where that cannot be; says why
  default void tap() throws IOException {
    throw new IOException(limits().tap());
  }

  /// Calls `listener` on a runner thread for each event in order, beginning with those that have
  /// already happened in this run, so that nothing is missed between launch and listening.
  Subscription listen(Consumer<RunEvent> listener);

  /// Completes when the run has ended and its record is written.
  CompletableFuture<Verdict> ended();
}
