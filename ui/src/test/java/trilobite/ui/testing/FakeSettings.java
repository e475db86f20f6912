// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import trilobite.model.port.Settings;

/// Settings in memory.
public final class FakeSettings implements Settings {

  private final Map<String, String> values = new ConcurrentHashMap<>();

  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public void put(String key, String value) {
    values.put(key, value);
  }

  @Override
  public void remove(String key) {
    values.remove(key);
  }

  public Map<String, String> all() {
    return values;
  }
}
