// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.util.List;
import trilobite.model.check.Severity;

/// A message with at most a few things to do about it.
public record Toast(Severity severity, String title, String text, List<Action> actions) {

  /// A button of a toast.
  public record Action(String label, Runnable run) {}

  public static Toast info(String title, String text) {
    return new Toast(Severity.INFO, title, text, List.of());
  }

  /// Of what was asked for and not done, where nothing is broken.
  public static Toast warning(String title, String text) {
    return new Toast(Severity.WARNING, title, text, List.of());
  }

  public static Toast error(String title, String text) {
    return new Toast(Severity.ERROR, title, text, List.of());
  }
}
