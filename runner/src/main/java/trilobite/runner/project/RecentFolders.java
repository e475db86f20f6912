// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.runner.file.SafeFile;

/// The folders opened lately. Losing the list would be a nuisance, not a loss: trouble with it is
/// logged and never stands in the way.
final class RecentFolders {

  private static final Logger log = LoggerFactory.getLogger(RecentFolders.class);
  private static final int MOST = 20;

  private final Path file;

  /// Made when it is first needed, which is not at the start.
  private static final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();
  }

  /// What was written last, so that the same folder again costs no sync of the disk.
  private Optional<Newest> newest = Optional.empty();

  /// @param written the file's time then: nobody else wrote since
  private record Newest(Path folder, FileTime written) {}

  /// @param state Trilobite's folder of durable state
  RecentFolders(Path state) {
    this.file = state.resolve("recent.json");
  }

  synchronized List<Path> list() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Arrays.stream(Json.MAPPER.readValue(file.toFile(), String[].class))
          .limit(MOST)
          .map(Path::of)
          .filter(folder -> Files.exists(new ProjectFile(folder).path()))
          .toList();
    } catch (IOException | RuntimeException e) {
      log.warn("The list of recent projects cannot be read: {}", e.getMessage());
      return List.of();
    }
  }

  synchronized void add(Path folder) {
    var place = folder.toAbsolutePath().normalize();
    if (newest.isPresent() && newest.equals(written(place))) {
      return;
    }
    var folders = new ArrayList<>(list());
    folders.remove(place);
    folders.addFirst(place);
    try {
      Files.createDirectories(file.getParent());
      var names = folders.stream().limit(MOST).map(Path::toString).toList();
      SafeFile.replace(file, Json.MAPPER.writeValueAsBytes(names));
      newest = written(place);
    } catch (IOException e) {
      log.warn("The list of recent projects cannot be written: {}", e.getMessage());
    }
  }

  /// Empty where there is no file.
  private Optional<Newest> written(Path folder) {
    try {
      return Optional.of(new Newest(folder, Files.getLastModifiedTime(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
