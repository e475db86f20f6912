// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.util.Optional;

/// Settings and remembered layout, by dotted names such as `ui.theme`. Each feature names its own
/// keys beside what they set. Reads never block; writes are saved in the background, safely.
public interface Settings {

  Optional<String> get(String key);

  void put(String key, String value);

  void remove(String key);
}
