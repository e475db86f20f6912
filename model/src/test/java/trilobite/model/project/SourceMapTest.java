// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceMapTest {

  private static final Path FOLDER = Path.of("/home/me/app");

  private static String located(String file, String... pairs) {
    var list = new java.util.ArrayList<List<String>>();
    for (var pair : pairs) {
      list.add(List.of(pair.split("=", -1)));
    }
    return new SourceMap(list).locate(FOLDER, file).map(Path::toString).orElse("");
  }

  @Test
  void withoutPairsOnlyFilesOfTheProjectAreFound() {
    assertThat(located("src/a.c")).isEqualTo("/home/me/app/src/a.c");
    assertThat(located("/home/me/app/b.c")).isEqualTo("/home/me/app/b.c");
    assertThat(located("../solo5/a.c")).isEmpty();
    assertThat(located("/build/x.c")).isEmpty();
    assertThat(located("\0")).isEmpty();
  }

  @Test
  void relativeAndForeignPathsAreMapped() {
    assertThat(located("bindings/exit.c", "bindings=/opt/solo5/bindings"))
        .isEqualTo("/opt/solo5/bindings/exit.c");
    assertThat(located("./tests/a.c", "=../solo5")).isEqualTo("/home/me/solo5/tests/a.c");
    assertThat(located("/build/x/src/m.c", "/build=w", "/build/x=."))
        .isEqualTo(FOLDER + "/src/m.c");
    assertThat(located("/buildings/m.c", "/build=w")).isEmpty();
    assertThat(located("/build/m.c", "/build/m.c=m2.c")).isEqualTo(FOLDER + "/m2.c");
  }
}
