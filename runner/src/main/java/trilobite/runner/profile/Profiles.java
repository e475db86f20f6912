// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import trilobite.runner.data.Data;
import trilobite.runner.image.SymbolTable;

/// The profiles that ship with the program and the user's own, which win by name.
///
/// @param all ordered by name
/// @param problems of profiles that were left out, each fit for people
public record Profiles(List<Profile> all, List<String> problems) {

  private static final long MOST_BYTES = 1 << 20;
  private static final String FILE = "profile.toml";

  /// Reads all profiles. Blocks on the disk for some milliseconds.
  ///
  /// @param config Trilobite's configuration folder; its `profiles` may be absent
  public static Profiles load(Path config) {
    var found = new TreeMap<String, Profile>();
    var problems = new ArrayList<String>();
    shipped(found, problems);
    for (var file : own(config.resolve("profiles"), problems)) {
      try {
        if (Files.size(file) > MOST_BYTES) {
          problems.add(file + ": more than 1 MiB is no profile");
        } else {
          add(file.toString(), Files.readString(file), found, problems);
        }
      } catch (IOException e) {
        problems.add(file + " cannot be read: " + e.getMessage());
      }
    }
    return new Profiles(List.copyOf(found.values()), List.copyOf(problems));
  }

  private static void shipped(TreeMap<String, Profile> found, List<String> problems) {
    var data = Data.shipped();
    try {
      for (var file : data.files("profiles")) {
        if (file.endsWith("/" + FILE)) {
          add(file, data.text(file), found, problems);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own profiles cannot be read", e);
    }
  }

  private static void add(
      String origin, String text, TreeMap<String, Profile> into, List<String> problems) {
    try {
      var profile = ProfileReader.read(origin, text);
      into.put(profile.name(), profile);
    } catch (ProfileException e) {
      problems.add(e.getMessage());
    }
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

  /// The profile of that name.
  public Optional<Profile> named(String name) {
    return all.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /// The profile that an image's symbols speak for. Of several the one that asked for most.
  public Optional<Profile> of(SymbolTable image) {
    return all.stream()
        .filter(profile -> !profile.symbols().isEmpty())
        .filter(profile -> profile.symbols().stream().allMatch(s -> image.find(s).isPresent()))
        .max((a, b) -> Integer.compare(a.symbols().size(), b.symbols().size()));
  }
}
