// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaletteModelTest {

  private final PaletteModel model =
      new PaletteModel(
          new PaletteModel.Supply() {
            @Override
            public List<Item> commands() {
              return List.of(
                  item("Run", "", true),
                  item("Restart", "", false),
                  item("Show Runs", "", true),
                  new Item(
                      "connections",
                      "",
                      "Show Connections",
                      "",
                      "",
                      "netstat, ss, run",
                      true,
                      () -> {}));
            }

            @Override
            public List<Item> files() {
              return List.of(item("http.c", "src", true), item("runner.c", "src", true));
            }

            @Override
            public List<Item> runs() {
              return List.of(
                  item("#18 Crashed", "tidepool", true), item("#17 Stopped", "tidepool", true));
            }

            @Override
            public Item line(int line, int column) {
              return item("Go to line " + line, "", true);
            }

            @Override
            public Item folder(Path folder) {
              return item("Open project", folder.toString(), true);
            }
          });

  private static Item item(String title, String detail, boolean usable) {
    return new Item(title, "", title, detail, "", usable, () -> {});
  }

  private List<String> titles(String typed) {
    return model.find(typed).stream().map(Item::title).toList();
  }

  @Test
  void nothingTypedShowsTheCommandsUsableOnesFirst() {
    assertThat(titles("")).containsExactly("Run", "Show Runs", "Show Connections", "Restart");
  }

  @Test
  void theNameThatAnotherToolHasFindsACommandToo() {
    assertThat(titles("nets")).containsExactly("Show Connections");
    assertThat(titles("SS")).startsWith("Show Connections");
    assertThat(titles("run").getFirst()).as("a title that fits").isEqualTo("Run");
    assertThat(titles("etsta")).as("other names are not guessed at").isEmpty();
  }

  @Test
  void filesAndCommandsAreFoundTogether() {
    assertThat(titles("run")).contains("Run", "runner.c", "Show Runs").doesNotContain("http.c");
  }

  @Test
  void theFolderOfAFileCounts() {
    assertThat(titles("src http")).containsExactly("http.c");
  }

  @Test
  void signsNarrowTheSearch() {
    assertThat(titles(">run")).doesNotContain("runner.c");
    assertThat(titles("#18")).containsExactly("#18 Crashed");
    assertThat(titles(":76")).containsExactly("Go to line 76");
    assertThat(titles(":")).isEmpty();
    assertThat(titles("/srv/guests")).containsExactly("Open project");
  }
}
