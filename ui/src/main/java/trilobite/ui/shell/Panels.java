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

  /// To look for them opens every jar there is: once for all windows.
  private static final class Found {
    static final List<ServiceLoader.Provider<Panel>> PANELS = look();

    private static List<ServiceLoader.Provider<Panel>> look() {
      var found = new ArrayList<ServiceLoader.Provider<Panel>>();
      var rest = ServiceLoader.load(Panel.class).stream().iterator();
      while (rest.hasNext()) {
        found.add(rest.next());
      }
      return List.copyOf(found);
    }
  }

  private Panels(List<PanelHost> hosts) {
    this.hosts = hosts;
  }

  /// Looks for the panels that are registered as services, if nobody did before. Any thread.
  static void find() {
    LOG.debug("{} panels", Found.PANELS.size());
  }

  /// A new one of each that is registered as a service.
  static List<Panel> registered() {
    var made = new ArrayList<Panel>();
    for (var provider : Found.PANELS) {
      try {
        made.add(provider.get());
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

  /// Builds the panels that are waited for, and from now on each as soon as it is asked for.
  void release() {
    hosts.forEach(PanelHost::release);
  }

  /// Whether anybody can see the window: where nobody can, all panels are hidden.
  void seen(boolean now) {
    hosts.forEach(host -> host.seen(now));
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
