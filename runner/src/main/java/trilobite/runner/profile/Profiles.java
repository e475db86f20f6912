// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import trilobite.runner.image.SymbolTable;

/// The profiles that ship with the program and the user's own, which win by name.
///
/// @param all ordered by name
/// @param problems of profiles that were left out, each fit for people
public record Profiles(List<Profile> all, List<String> problems) {

  /// Reads all profiles. Blocks on the disk for some milliseconds.
  ///
  /// @param config Trilobite's configuration folder; its `profiles` may be absent
  public static Profiles load(Path config) {
    var texts = ProfileTexts.load(config);
    var found = new TreeMap<String, Profile>();
    var problems = new ArrayList<String>(texts.problems());
    texts.all().forEach(text -> add(text.origin(), text.content(), found, problems));
    return new Profiles(List.copyOf(found.values()), List.copyOf(problems));
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

  /// The profile of that name.
  public Optional<Profile> named(String name) {
    return all.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /// The profile that an image's symbols speak for. Of several the one that asked for most.
  public Optional<Profile> of(SymbolTable image) {
    return fitting(image, false).or(() -> fitting(image, true).map(Profile::unknown));
  }

  /// A kernel's profile together with that of the network stack that is in the image.
  public Profile combined(Profile kernel, SymbolTable image) {
    return kernel.stack().isPresent()
        ? kernel
        : fitting(image, true).map(kernel::with).orElse(kernel);
  }

  private Optional<Profile> fitting(SymbolTable image, boolean stack) {
    return all.stream()
        .filter(profile -> profile.stack().isPresent() == stack)
        .filter(profile -> !profile.symbols().isEmpty())
        .filter(profile -> profile.symbols().stream().allMatch(s -> image.find(s).isPresent()))
        .max((a, b) -> Integer.compare(a.symbols().size(), b.symbols().size()));
  }
}
