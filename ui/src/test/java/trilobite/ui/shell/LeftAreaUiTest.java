// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.ui.panel.Place;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;

@Tag("ui")
final class LeftAreaUiTest {

  /// At the usual window's height each panel has room for what it is about.
  @ParameterizedTest
  @CsvSource({"2, 180", "3, 200", "4, 130"})
  void whoeverIsOpenedHasRoom(int panels, double least) {
    var heights =
        OnFx.get(
            () -> {
              var hosts =
                  List.of("project", "guests", "runs", "evidence").stream()
                      .limit(panels)
                      .map(id -> new TestPanel(id, id, "ci-chip", Place.LEFT, 1, ""))
                      .map(panel -> new PanelHost(panel, new FakeDesk()))
                      .toList();
              var area = new LeftArea(hosts);
              var scene = new Scene(area, 244, 932);
              hosts.forEach(host -> area.set(host, true));
              scene.getRoot().applyCss();
              area.layout();
              return hosts.stream().map(host -> ((Region) host.node()).getHeight()).toList();
            });
    assertThat(heights).allMatch(height -> height >= least);
  }
}
