// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Has QEMU write the packets of each network into a file. Nobody reads on the other end, so that
/// whatever becomes of us, the guest's network goes on.
final class TapRule {

  private TapRule() {}

  static List<Path> apply(QemuLine line, WrapPlaces places, WrapEdit edit) {
    var taps = new ArrayList<Path>();
    for (var option : line.all("netdev")) {
      var network = QemuProperties.of(option.text(), "type");
      var id = network.get("id");
      var why = reason(network);
      if (id.isEmpty()) {
        continue;
      }
      if (!why.isEmpty()) {
        edit.note("Packets of " + id.get() + " are not seen: " + why + ".");
      } else if (!network.get("type").orElse("").equals("hubport")) {
        var file = places.tap(taps.size());
        edit.add(
            "-object",
            "filter-dump,id=trilobite-tap"
                + taps.size()
                + ",netdev="
                + id.get()
                + ",file="
                + RamRule.value(file));
        taps.add(file);
      }
    }
    return List.copyOf(taps);
  }

  /// QEMU itself sees no packets where the kernel or another process moves them (`net/filter.c` of
  /// 7.2 refuses vhost).
  private static String reason(QemuProperties network) {
    var type = network.get("type").orElse("");
    if (type.startsWith("vhost") || type.startsWith("af-xdp")) {
      return "they pass beside QEMU, by " + type;
    }
    boolean vhost = network.on("vhost") || network.get("vhostfd").isPresent();
    return vhost || network.get("vhostfds").isPresent() ? "they pass beside QEMU, by vhost" : "";
  }

  /// True where a network has no name in the line: `-nic`, `-net`, or the one that QEMU makes by
  /// itself.
  static boolean nameless(QemuLine line) {
    boolean some = line.has("nic", "net");
    boolean none =
        line.all("nic", "net").stream().allMatch(option -> option.text().startsWith("none"));
    return some ? !none : line.ownNetwork();
  }
}
