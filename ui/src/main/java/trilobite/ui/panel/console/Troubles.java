// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.time.HostClock;
import trilobite.ui.panel.console.NoteStrip.Note;

/// What goes wrong with the shown console while its lines stay: text that was not sent, a serial
/// port that is lost, a log that cannot be read. JavaFX thread.
final class Troubles {

  static final String RETRY = "Retry";
  static final String RESTART = "Restart";

  /// After this long a socket counts as lost: a guest that ends closes it a little earlier.
  private static final long SURE_NANOS = 1_000_000_000;

  private Optional<String> notSent = Optional.empty();
  private OptionalLong cutOffSince = OptionalLong.empty();

  /// Forgets what was with the console that was shown before.
  void another() {
    notSent = Optional.empty();
    cutOffSince = OptionalLong.empty();
  }

  void notSent(String why) {
    notSent = Optional.of(why);
  }

  /// Something is sent anew.
  void sending() {
    notSent = Optional.empty();
  }

  /// True where the guest goes on and its serial port does not.
  boolean lost(Optional<ShownConsole> shown) {
    long now = HostClock.nanos();
    cutOffSince =
        shown.filter(ShownConsole::cutOff).isPresent()
            ? OptionalLong.of(cutOffSince.orElse(now))
            : OptionalLong.empty();
    return cutOffSince.isPresent() && now - cutOffSince.getAsLong() > SURE_NANOS;
  }

  /// What to say below the lines; empty for nothing.
  ///
  /// @param lost as [#lost] has just found
  Optional<Note> note(Optional<ShownConsole> shown, boolean lost) {
    var unread = shown.flatMap(console -> console.feed().trouble());
    if (unread.isPresent()) {
      var words = "The console cannot be read: " + unread.get() + " What was read stays.";
      return Optional.of(new Note(words, RETRY));
    }
    return lost ? shown.map(Troubles::lostNote) : notSent.map(Note::of);
  }

  private static Note lostNote(ShownConsole console) {
    var lost = "The serial socket was lost: the text is kept and the guest goes on, unheard. ";
    return console.restart().isEmpty()
        ? new Note(lost + "A restart connects it again.", RESTART)
        : Note.of(lost + "Detach and attach again to connect it.");
  }
}
