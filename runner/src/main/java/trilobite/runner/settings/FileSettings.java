// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.port.Settings;
import trilobite.runner.thread.Threads;

/// [Settings] in `settings.json`. Changes are written a moment later, all at once, and only the
/// keys that changed here: two processes keep each other's. What could not be written is tried
/// again with the next change and at the end.
public final class FileSettings implements Settings, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FileSettings.class);

  private final SettingsFile file;
  private final Duration delay;
  private final Map<String, String> values;

  /// Changes not written yet; an empty value means removed.
  private final Map<String, Optional<String>> changes = new HashMap<>();

  private boolean scheduled;

  /// @param config Trilobite's folder of settings
  public FileSettings(Path config) {
    this(config, Duration.ofMillis(300));
  }

  FileSettings(Path config, Duration delay) {
    this.file = new SettingsFile(config);
    this.delay = delay;
    this.values = new HashMap<>(file.read());
  }

  @Override
  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public synchronized void put(String key, String value) {
    if (!value.equals(values.put(key, value))) {
      changed(key, Optional.of(value));
    }
  }

  @Override
  public synchronized void remove(String key) {
    if (values.remove(key) != null) {
      changed(key, Optional.empty());
    }
  }

  private void changed(String key, Optional<String> value) {
    changes.put(key, value);
    if (!scheduled) {
      scheduled = true;
      Threads.waiting("settings", this::saveSoon);
    }
  }

  private void saveSoon() {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      // Saving at once is as good.
    }
    save();
  }

  private void save() {
    Map<String, Optional<String>> now;
    synchronized (this) {
      scheduled = false;
      now = Map.copyOf(changes);
      changes.clear();
    }
    if (now.isEmpty()) {
      return;
    }
    try {
      file.merge(now);
    } catch (IOException e) {
      log.warn("Settings could not be saved: {}. They hold until the end.", e.getMessage());
      synchronized (this) {
        // Newer changes of the same keys win.
        now.forEach(changes::putIfAbsent);
      }
    }
  }

  /// Writes what is not written yet.
  @Override
  public void close() {
    save();
  }
}
