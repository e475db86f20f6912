// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.runner.file.SafeFile;

/// The file of settings. Read and written under a lock that all processes of this user share.
final class SettingsFile {

  private static final Logger log = LoggerFactory.getLogger(SettingsFile.class);

  /// File locks are held per process, so threads need one of their own.
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path file;

  /// Made when it is first needed, which is not at the start.
  private static final class Json {
    static final JsonMapper MAPPER =
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  }

  SettingsFile(Path config) {
    this.file = config.resolve("settings.json");
  }

  /// The settings; none where the file is absent or broken. A broken one is kept beside.
  Map<String, String> read() {
    try {
      if (!Files.exists(file)) {
        return Map.of();
      }
      var text = Files.readString(file);
      var plain = PlainText.read(text);
      return plain.isPresent()
          ? plain.get()
          : Json.MAPPER.readValue(text, new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      setAside();
    } catch (IOException e) {
      log.warn("Settings cannot be read: {}", e.getMessage());
    }
    return Map.of();
  }

  private void setAside() {
    var aside = file.resolveSibling("settings.broken.json");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      log.warn("Settings were no JSON; they are kept in {}", aside);
    } catch (IOException e) {
      log.warn("Settings are no JSON and cannot be moved away: {}", e.getMessage());
    }
  }

  /// Writes these keys over what the file holds by now.
  void merge(Map<String, Optional<String>> changes) throws IOException {
    Files.createDirectories(file.getParent());
    synchronized (IN_THIS_PROCESS) {
      try (var channel =
              FileChannel.open(
                  file.resolveSibling("settings.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        var merged = new TreeMap<>(read());
        changes.forEach(
            (key, value) ->
                value.ifPresentOrElse(v -> merged.put(key, v), () -> merged.remove(key)));
        SafeFile.replace(file, Json.MAPPER.writeValueAsBytes(merged));
      }
    }
  }
}
