// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/// An action that the palette lists, a key starts and buttons share.
///
/// @param id stable name, such as `guest.run`; the key of a rebound shortcut
/// @param title as the palette shows it, such as `Run`
/// @param icon Ikonli code, empty for none
/// @param shortcut default keys as JavaFX reads them, such as `Shortcut+B`; empty for none
/// @param enabled follows whether it makes sense now
/// @param run on the JavaFX thread
/// @param also other names by which people look for it, such as `netstat, ss`; empty for none
public record Command(
    String id,
    String title,
    String icon,
    String shortcut,
    ObservableBooleanValue enabled,
    Runnable run,
    String also) {
  private static final ObservableBooleanValue ALWAYS =
      new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

  /// A command that has no other names.
  public Command(
      String id,
      String title,
      String icon,
      String shortcut,
      ObservableBooleanValue enabled,
      Runnable run) {
    this(id, title, icon, shortcut, enabled, run, "");
  }

  /// The same with other names by which people look for it.
  public Command also(String names) {
    return new Command(id, title, icon, shortcut, enabled, run, names);
  }

  /// A command that makes sense at all times.
  public static Command always(
      String id, String title, String icon, String shortcut, Runnable run) {
    return new Command(id, title, icon, shortcut, ALWAYS, run);
  }
}
