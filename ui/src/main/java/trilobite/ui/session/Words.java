// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import trilobite.model.run.Verdict;

/// What happened, in words for people.
public final class Words {

  private Words() {}

  /// The message of what really failed.
  public static String of(Throwable failure) {
    var cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
  }

  /// The state chip's word for a verdict.
  public static String of(Verdict verdict) {
    return switch (verdict) {
      case STOPPED -> "Stopped";
      case DETACHED -> "Detached";
      case POWEROFF -> "Power off";
      case CRASHED -> "Crashed";
      case HUNG -> "Hung";
      case NEVER_READY -> "Never ready";
      case KILLED -> "Killed";
      case LOST -> "Lost";
    };
  }

  /// A span of time, in at most two units.
  public static String span(double millis) {
    long seconds = Math.round(millis / 1000);
    if (millis < 1000) {
      return Math.round(millis) + " ms";
    } else if (seconds < 60) {
      return String.format(java.util.Locale.ROOT, "%.1f s", millis / 1000);
    } else if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
