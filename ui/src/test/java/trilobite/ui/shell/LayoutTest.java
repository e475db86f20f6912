// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.project.TextPlace;

final class LayoutTest {

  @Test
  void whatIsKeptComesBack() {
    var layout =
        Layout.EMPTY
            .with("left.width", 260.0)
            .with("editor.files", List.of("/p/a b.c", "/p/Ünïcode\nnewline&=%.c"))
            .with("tool.shown", "false");
    assertThat(Layout.decode(layout.encode())).isEqualTo(layout);
    assertThat(Layout.decode(layout.encode()).list("editor.files"))
        .containsExactly("/p/a b.c", "/p/Ünïcode\nnewline&=%.c");
  }

  @Test
  void anEmptyListStaysEmpty() {
    assertThat(Layout.decode(Layout.EMPTY.with("left.open", List.of()).encode()).list("left.open"))
        .isEmpty();
  }

  @Test
  void nonsenseIsPassedOver() {
    var layout = Layout.decode("&&=x&a&b=%zz&c=NaN&d=1e999&e=7");
    assertThat(layout.number("c")).isEmpty();
    assertThat(layout.number("d")).isEmpty();
    assertThat(layout.text("b")).isEmpty();
    assertThat(layout.number("e")).hasValue(7);
  }

  @Test
  void filesComeWithTheirCarets() {
    var layout =
        Layout.EMPTY
            .with("editor.files", List.of("/p/a.c", "/p/b.c", "/p/c.c"))
            .with("editor.carets", List.of("12:5", "no:place"));
    assertThat(LayoutKeeper.files(Layout.decode(layout.encode())))
        .containsExactly(
            Map.entry(Path.of("/p/a.c"), Optional.of(new TextPlace(12, 5))),
            Map.entry(Path.of("/p/b.c"), Optional.empty()),
            Map.entry(Path.of("/p/c.c"), Optional.empty()));
  }
}
