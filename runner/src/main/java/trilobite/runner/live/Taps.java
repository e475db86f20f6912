// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.qmp.QmpClient;
import trilobite.runner.qmp.QmpException;

/// The taps on a guest's networks, those included that could only be set once QEMU ran.
///
/// @param guest hardware addresses of the guest's cards
record Taps(List<Path> files, Set<Long> guest) {

  /// The names of the files that QEMU writes.
  static final String DUMPS = "tap*.pcap";

  private static final int MOST = 16;

  /// Lines of `info network`, as `print_net_client` in `net/net.c` of QEMU 7.2 writes them.
  private static final Pattern BACK =
      Pattern.compile(
          "(\\S+): index=\\d+,type=(user|tap|bridge|socket|stream|dgram|vde|l2tpv3)\\b.*");

  private static final Pattern CARD =
      Pattern.compile("type=nic,.*macaddr=([0-9a-f]{2}(?::[0-9a-f]{2}){5})");

  static Taps of(QmpClient qmp, Path folder, Follower.Added added, Consumer<String> trouble)
      throws IOException {
    var text = qmp.human("info network");
    var files = new ArrayList<>(added.taps());
    if (added.untapped()) {
      // Networks that have a name in the line were tapped there.
      var nameless = backs(text).stream().filter(name -> name.startsWith("#")).toList();
      add(qmp, folder, nameless, "trilobite-late", files, trouble);
    }
    return new Taps(List.copyOf(files), cards(text));
  }

  /// The far ends of the networks that QEMU can see into.
  static List<String> backs(String infoNetwork) {
    return BACK.matcher(infoNetwork).results().map(found -> found.group(1)).toList();
  }

  /// Has QEMU write down what passes these networks.
  ///
  /// @param id of each object, before its number
  /// @param files gets what will be written
  /// @return the objects that were made
  static List<String> add(
      Qmp qmp,
      Path folder,
      List<String> backs,
      String id,
      List<Path> files,
      Consumer<String> trouble)
      throws IOException {
    var made = new ArrayList<String>();
    for (var name : backs) {
      if (files.size() == MOST) {
        break;
      }
      var file = folder.resolve("tap" + files.size() + ".pcap");
      var object = id + files.size();
      try {
        qmp.execute(
            "object-add",
            Map.of(
                "qom-type", "filter-dump", "id", object, "netdev", name, "file", file.toString()));
        files.add(file);
        made.add(object);
      } catch (QmpException e) {
        trouble.accept("Packets of " + name + " are not seen: " + e.getMessage());
      }
    }
    return List.copyOf(made);
  }

  static Set<Long> cards(String text) {
    var cards = new HashSet<Long>();
    var found = CARD.matcher(text);
    while (found.find()) {
      cards.add(Long.parseLong(found.group(1).replace(":", ""), 16));
    }
    return cards;
  }
}
