// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/// Data in a jar.
record DataJar(Path jar) implements Data {

  @Override
  public List<String> files(String folder) throws IOException {
    try (var open = new JarFile(jar.toFile())) {
      return open.stream()
          .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder + "/"))
          .map(entry -> entry.getName())
          .sorted()
          .toList();
    }
  }

  @Override
  public InputStream open(String file) throws IOException {
    var open = new JarFile(jar.toFile());
    var entry = open.getJarEntry(file);
    if (entry == null) {
      open.close();
      throw new NoSuchFileException(file);
    }
    var in = open.getInputStream(entry);
    return new java.io.FilterInputStream(in) {
      @Override
      public void close() throws IOException {
        super.close();
        open.close();
      }
    };
  }
}
