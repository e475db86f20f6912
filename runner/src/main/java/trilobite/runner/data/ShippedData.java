// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The resources module's files, wherever they lie: in a jar when the program runs, in a folder
/// when it is being built.
public final class ShippedData {

  private static final int MOST_BYTES = 1 << 20;

  private ShippedData() {}

  /// Names of what lies directly in a folder such as `profiles`, in order.
  public static List<String> names(String folder) {
    var names = new TreeSet<String>();
    try {
      for (var url : Collections.list(loader().getResources(folder))) {
        collect(url, folder, names);
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the program's own " + folder + " cannot be listed", e);
    }
    return List.copyOf(names);
  }

  private static void collect(URL url, String folder, Set<String> into)
      throws IOException, URISyntaxException {
    if (url.openConnection() instanceof JarURLConnection jar) {
      var prefix = folder + "/";
      jar.getJarFile().stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
          .map(name -> name.substring(prefix.length()).replaceAll("/.*", ""))
          .forEach(into::add);
    } else if (url.getProtocol().equals("file")) {
      try (var files = Files.list(Path.of(new URI(url.toString())))) {
        files.map(file -> file.getFileName().toString()).forEach(into::add);
      }
    }
  }

  /// The text of a file such as `profiles/tide/profile.toml`.
  public static Optional<String> text(String path) {
    try (InputStream in = loader().getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own " + path + " cannot be read", e);
    }
  }

  private static ClassLoader loader() {
    return ShippedData.class.getClassLoader();
  }
}
