// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.ui.testing.OnFx;
import trilobite.ui.theme.Theme;

/// Panels of a window that nobody can see are hidden, and each is as it should be when it is back.
@Tag("ui")
final class MinimisedUiTest {

  private TestWindow window;

  @BeforeEach
  void open() {
    window = TestWindow.open(Theme.DARK, 1000, 900);
    OnFx.await("panels", () -> window.panel("console").visible && window.panel("vitals").visible);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void allPanelsAreHiddenAndThoseThatWereShownComeBack() {
    seen(false);
    assertThat(window.made()).noneMatch(panel -> panel.visible);
    seen(true);
    assertThat(window.panel("console").visible).isTrue();
    assertThat(window.panel("vitals").visible).isTrue();
    assertThat(window.panel("build").visible).isFalse();
  }

  @Test
  void whatComesToTheFrontMeanwhileIsShownAfterwards() {
    seen(false);
    OnFx.run(() -> window.shell().bring("build"));
    assertThat(window.panel("build").visible).isFalse();
    seen(true);
    assertThat(window.panel("build").visible).isTrue();
    assertThat(window.panel("console").visible).isFalse();
  }

  private void seen(boolean now) {
    OnFx.run(() -> window.shell().panels().seen(now));
  }
}
