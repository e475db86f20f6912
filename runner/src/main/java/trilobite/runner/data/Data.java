// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/// Files that ship with the program, from its resources' jar or, in a checkout, from a folder. They
/// are listed through the place they lie in, because a class path cannot be listed.
public sealed interface Data permits DataFolder, DataJar {

  /// Bytes of the longest text that is read whole.
  int MOST_TEXT = 1 << 20;

  /// The files in a folder and all below it, by their path from the root, sorted; empty where there
  /// is no such folder.
  List<String> files(String folder) throws IOException;

  /// A file's content.
  ///
  /// @throws IOException where there is none
  InputStream open(String file) throws IOException;

  /// A small text file, whole.
  ///
  /// @throws IOException where there is none, or it has more than [#MOST_TEXT] bytes
  default String text(String file) throws IOException {
    try (var in = open(file)) {
      var bytes = in.readNBytes(MOST_TEXT + 1);
      if (bytes.length > MOST_TEXT) {
        throw new IOException(file + " is larger than 1 MiB: it is no text of the program's");
      }
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /// The data of this program.
  ///
  /// @throws UncheckedIOException where the program was installed without its data
  static Data shipped() {
    // One file that is always there tells the place of all.
    var marker = "toolchains/command.toml";
    var url = Data.class.getClassLoader().getResource(marker);
    if (url == null) {
      throw new UncheckedIOException(
          new IOException("The program's data is missing; install Trilobite again."));
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        return new DataJar(Path.of(jar.getJarFileURL().toURI()));
      }
      var file = Path.of(url.toURI());
      return new DataFolder(file.resolveSibling("..").normalize());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Data in a folder; for tests and for users' own data.
  static Data in(Path folder) {
    return new DataFolder(folder);
  }
}
