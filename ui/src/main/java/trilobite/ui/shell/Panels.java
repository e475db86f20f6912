// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.Place;

/// The panels that were found, in order. One that cannot even be made is left out and logged.
final class Panels {

  private static final Logger LOG = LoggerFactory.getLogger(Panels.class);

  private final List<PanelHost> hosts;

  private Panels(List<PanelHost> hosts) {
    this.hosts = hosts;
  }

  /// Those that are registered as services.
  static List<Panel> registered() {
    var made = new ArrayList<Panel>();
    var found = ServiceLoader.load(Panel.class).iterator();
    while (found.hasNext()) {
      try {
        made.add(found.next());
      } catch (ServiceConfigurationError fault) {
        LOG.error("a panel is left out", fault);
      }
    }
    return made;
  }

  static Panels of(List<Panel> panels, Desk desk) {
    return new Panels(
        panels.stream()
            .map(panel -> new PanelHost(panel, desk))
            .sorted(Comparator.comparingInt(host -> host.info().order()))
            .toList());
  }

  List<PanelHost> all() {
    return hosts;
  }

  List<PanelHost> in(Place place) {
    return hosts.stream().filter(host -> host.info().place() == place).toList();
  }

  Optional<PanelHost> find(String id) {
    return hosts.stream().filter(host -> host.info().id().equals(id)).findFirst();
  }
}
