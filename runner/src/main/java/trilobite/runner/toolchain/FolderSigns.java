// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tells which toolchains a folder's files speak for. Looks at names and at the begin of a few
/// files; never walks the tree, so that its size does not matter.
public final class FolderSigns {

  private static final int MOST_BYTES = 1 << 16;
  private static final int MOST_ENTRIES = 200_000;

  private final Path folder;
  private Optional<List<String>> names = Optional.empty();

  private FolderSigns(Path folder) {
    this.folder = folder;
  }

  /// A toolchain that fits.
  ///
  /// @param weight how much had to be there: more is more telling
  public record Fit(Toolchain toolchain, String why, int weight) {}

  /// Those that fit, the most telling first.
  public static List<Fit> of(Path folder, List<Toolchain> toolchains) throws IOException {
    var signs = new FolderSigns(folder);
    var fits = new ArrayList<Fit>();
    for (var toolchain : toolchains) {
      signs.best(toolchain).ifPresent(fits::add);
    }
    fits.sort(
        Comparator.comparingInt(Fit::weight)
            .reversed()
            .thenComparing(fit -> fit.toolchain().name()));
    return List.copyOf(fits);
  }

  private Optional<Fit> best(Toolchain toolchain) throws IOException {
    Fit best = null;
    for (var sign : toolchain.signs()) {
      var fit = fit(toolchain, sign);
      if (fit.isPresent() && (best == null || fit.get().weight() > best.weight())) {
        best = fit.get();
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<Fit> fit(Toolchain toolchain, Toolchain.Sign sign) throws IOException {
    if (sign.files().isEmpty() && sign.texts().isEmpty()) {
      return Optional.empty();
    }
    var seen = new ArrayList<String>();
    for (var file : sign.files()) {
      var name = present(file);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      seen.add(name.get());
    }
    for (var text : sign.texts().entrySet()) {
      var name = present(text.getKey());
      if (name.isEmpty() || !begin(folder.resolve(name.get())).contains(text.getValue())) {
        return Optional.empty();
      }
      seen.add(name.get() + " with “" + text.getValue() + "”");
    }
    int weight = sign.files().size() + 2 * sign.texts().size();
    return Optional.of(new Fit(toolchain, "it has " + String.join(", ", seen), weight));
  }

  /// The name of a file that is there, `*` filled in.
  private Optional<String> present(String file) throws IOException {
    try {
      if (!file.contains("*")) {
        return Files.exists(folder.resolve(file)) ? Optional.of(file) : Optional.empty();
      }
      int star = file.indexOf('*');
      var begin = file.substring(0, star);
      var end = file.substring(star + 1);
      return names().stream()
          .filter(name -> name.startsWith(begin) && name.endsWith(end))
          .filter(name -> name.length() >= begin.length() + end.length())
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// The names in the folder, listed once.
  private List<String> names() throws IOException {
    if (names.isEmpty()) {
      var listed = new ArrayList<String>();
      try (var entries = Files.newDirectoryStream(folder)) {
        for (var entry : entries) {
          listed.add(entry.getFileName().toString());
          if (listed.size() == MOST_ENTRIES) {
            break;
          }
        }
      }
      names = Optional.of(listed);
    }
    return names.get();
  }

  private static String begin(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
