// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataTest {

  private static final List<String> FILES =
      List.of("templates/a/src/x.c", "templates/a/trilobite.toml", "templatesx/no", "top");

  @TempDir Path root;

  private Data data(boolean jar) throws IOException {
    if (jar) {
      var file = root.resolve("a b#.jar");
      try (var out = new JarOutputStream(Files.newOutputStream(file))) {
        out.putNextEntry(new JarEntry("templates/"));
        for (var name : FILES) {
          out.putNextEntry(new JarEntry(name));
          out.write(name.getBytes(StandardCharsets.UTF_8));
        }
      }
      return new DataJar(file);
    }
    for (var name : FILES) {
      Files.createDirectories(root.resolve("f").resolve(name).getParent());
      Files.writeString(root.resolve("f").resolve(name), name);
    }
    return Data.in(root.resolve("f"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void jarAndFolderAreListedAndReadAlike(boolean jar) throws IOException {
    var data = data(jar);
    assertThat(data.files("templates")).containsExactlyElementsOf(FILES.subList(0, 2));
    assertThat(data.files("none")).isEmpty();
    assertThat(data.text("templates/a/src/x.c")).isEqualTo("templates/a/src/x.c");
    assertThatThrownBy(() -> data.text("templates/none")).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aTextThatIsTooLongIsNoneOfOurs() throws IOException {
    Files.write(
        Files.createDirectories(root.resolve("big")).resolve("t"), new byte[Data.MOST_TEXT + 1]);
    assertThatThrownBy(() -> Data.in(root.resolve("big")).text("t"))
        .hasMessageContaining("larger than 1 MiB");
  }

  @Test
  void programHasItsDataAboutIt() throws IOException {
    assertThat(Data.shipped().files("templates")).contains("templates/tidepool/trilobite.toml");
    assertThat(Data.shipped().files("guest")).contains("guest/lib/libtide.a");
  }
}
