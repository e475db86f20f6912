// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import trilobite.runner.data.Data;

/// The texts of all profiles: those that ship with the program first, then the user's own.
///
/// @param all what could be read
/// @param problems of those that could not, each fit for people
public record ProfileTexts(List<Text> all, List<String> problems) {

  private static final long MOST_BYTES = 1 << 20;
  private static final String FILE = "profile.toml";

  /// A profile's text.
  ///
  /// @param origin the file it was read from
  public record Text(String origin, String content) {}

  /// Reads them. Blocks on the disk for some milliseconds.
  ///
  /// @param config Trilobite's configuration folder; its `profiles` may be absent
  public static ProfileTexts load(Path config) {
    var own = own(config);
    return new ProfileTexts(
        Stream.concat(shipped().stream(), own.all.stream()).toList(), own.problems);
  }

  /// The user's own.
  static ProfileTexts own(Path config) {
    var found = new ArrayList<Text>();
    var problems = new ArrayList<String>();
    for (var file : own(config.resolve("profiles"), problems)) {
      try {
        if (Files.size(file) > MOST_BYTES) {
          problems.add(file + ": more than 1 MiB is no profile");
        } else {
          found.add(new Text(file.toString(), Files.readString(file)));
        }
      } catch (IOException e) {
        problems.add(file + " cannot be read: " + e.getMessage());
      }
    }
    return new ProfileTexts(List.copyOf(found), List.copyOf(problems));
  }

  private static List<Text> shipped() {
    var found = new ArrayList<Text>();
    var data = Data.shipped();
    try {
      for (var file : data.files("profiles")) {
        if (file.endsWith("/" + FILE)) {
          found.add(new Text(file, data.text(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own profiles cannot be read", e);
    }
    return found;
  }

  private static List<Path> own(Path folder, List<String> problems) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var folders = Files.list(folder)) {
      return folders.map(each -> each.resolve(FILE)).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      problems.add(folder + " cannot be listed: " + e.getMessage());
      return List.of();
    }
  }
}
