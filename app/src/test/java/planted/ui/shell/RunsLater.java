// SPDX-License-Identifier: Apache-2.0
package planted.ui.shell;

import javafx.application.Platform;

/// Breaks fx-thread.
public final class RunsLater implements Runnable {
  @Override
  public void run() {
    Platform.runLater(() -> {});
  }
}
