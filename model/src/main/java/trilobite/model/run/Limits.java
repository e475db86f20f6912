// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

/// What cannot be done to a guest, each with the reason and the way to get it; empty where it can.
///
/// @param detach true where to stop it is to let go of it: the guest goes on
/// @param stop to end it, or to let go of it
/// @param pause to pause and resume it
/// @param type to type on its console
/// @param send to ask its network card by frames of ours
/// @param dump to write a core of it
/// @param tap to have its QEMU write its packets down
public record Limits(
    boolean detach, String stop, String pause, String type, String send, String dump, String tap) {

  private static final String SEEN = "Its packets are seen already.";

  private static final String NOT_OURS =
      "It was not started here, so it cannot be started again from here. Detach leaves it running;"
          + " Run then starts this project's own.";

  /// Of a guest that is wholly ours.
  public static final Limits NONE = new Limits(false, "", "", "", "", "", SEEN);

  /// To end it and start it again: only who can end it can.
  public String restart() {
    return detach ? NOT_OURS : stop;
  }
}
