// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import trilobite.model.project.Forward;
import trilobite.model.project.Network;
import trilobite.model.wrap.QemuLine.Option;

/// The network of a line: user networking with its forwards, a tap, or vsock.
///
/// @param taken the options that are in `network`
record LineNetwork(Network network, Set<Option> taken, List<String> left) {

  private static final Pattern FORWARD =
      Pattern.compile("(tcp|udp)?:([^:]*):(\\d{1,5})-([^:]*):(\\d{1,5})");
  private static final int MOST_PORT = 65_535;
  private static final Pattern FORWARDS = Pattern.compile("(?:^|,)hostfwd=([^,]*)");
  private static final Pattern CARD = Pattern.compile("virtio-net[a-z-]*");

  /// @param machine as the line names it, or QEMU's own choice
  static LineNetwork of(QemuLine line, String arch, String machine) {
    var left = new ArrayList<String>();
    var taken = new HashSet<Option>();
    var back = back(line, taken);
    var cards = cards(line, taken);
    var vsock = vsock(line);
    var own = line.ownNetwork() ? card(arch, machine) : "";
    if (vsock.isPresent() && back.isEmpty()) {
      taken.add(vsock.get());
      if (!own.isEmpty()) {
        left.add(own + " that QEMU adds without -nodefaults: a target has one network");
      }
      long cid = number(QemuProperties.of(vsock.get().text(), "driver").get("guest-cid"));
      return new LineNetwork(
          new Network("vsock", List.of(), List.of(), false, "", cid, true), taken, left);
    }
    cards.stream()
        .filter(card -> !CARD.matcher(driver(card)).matches())
        .forEach(card -> left.add(words(card) + ": the network card becomes virtio-net"));
    if (back.isEmpty() && own.isEmpty()) {
      return new LineNetwork(Network.NONE, taken, left);
    }
    if (back.isEmpty()) {
      left.add(own + " that QEMU adds without -nodefaults: the network card becomes virtio-net");
      return new LineNetwork(new Network("user", List.of(), List.of(), true), taken, left);
    }
    back.stream().skip(1).forEach(more -> left.add(words(more) + ": a target has one network"));
    boolean legacy = cards.stream().noneMatch(LineNetwork::modern);
    return new LineNetwork(network(back.getFirst(), left).withLegacy(legacy), taken, left);
  }

  boolean takes(Option option) {
    return taken.contains(option);
  }

  /// The card that QEMU gives a machine by itself, as `info network` of QEMU 7.2 shows it; empty
  /// where the machine gets none.
  private static String card(String arch, String machine) {
    if (machine.equals("microvm") || (machine.equals("virt") && arch.startsWith("riscv"))) {
      return "";
    }
    if (!arch.equals("x86_64") && !arch.equals("i386")) {
      return "the card";
    }
    if (machine.equals("q35") || machine.startsWith("pc-q35")) {
      return "the e1000e";
    }
    return machine.equals("isapc") ? "the ne2k_isa" : "the e1000";
  }

  /// What stands behind the cards, in the order of the line; none where the line wants none.
  private static List<Option> back(QemuLine line, Set<Option> taken) {
    var all = line.all("netdev", "net", "nic");
    taken.addAll(all);
    return all.stream()
        .filter(option -> !option.text().equals("none") && !option.text().startsWith("nic"))
        .toList();
  }

  private static List<Option> cards(QemuLine line, Set<Option> taken) {
    var cards =
        line.all("device").stream()
            .filter(o -> QemuProperties.of(o.text(), "driver").get("netdev").isPresent())
            .toList();
    taken.addAll(cards);
    var named = line.all("net").stream().filter(option -> option.text().startsWith("nic,"));
    return java.util.stream.Stream.concat(cards.stream(), named).toList();
  }

  private static String driver(Option card) {
    var values = QemuProperties.of(card.text(), "driver");
    return card.name().equals("net")
        ? values.get("model").map(m -> m.equals("virtio") ? "virtio-net" : m).orElse("e1000")
        : values.get("driver").orElse("");
  }

  /// True for a card that only drivers for virtio 1 drive.
  private static boolean modern(Option card) {
    return QemuProperties.of(card.text(), "driver").on("disable-legacy")
        || driver(card).endsWith("-non-transitional");
  }

  private static Optional<Option> vsock(QemuLine line) {
    return line.all("device").stream()
        .filter(option -> option.text().startsWith("vhost-vsock-"))
        .findFirst();
  }

  private static long number(Optional<String> text) {
    return text.filter(t -> t.matches("\\d{1,10}")).map(Long::parseLong).orElse(Network.FIRST_CID);
  }

  private static Network network(Option option, List<String> left) {
    var values = QemuProperties.of(option.text(), "type");
    return switch (values.get("type").orElse("")) {
      case "user" -> user(option, values, left);
      case "tap" -> {
        if (values.on("vhost")) {
          left.add(words(option) + ": vhost, for packets are to be seen");
        }
        yield new Network(
            "tap",
            List.of(),
            List.of(),
            false,
            values.get("ifname").orElse(""),
            Network.FIRST_CID,
            true);
      }
      default -> {
        left.add(words(option) + ": a target has user networking or a tap; user networking it is");
        yield new Network("user", List.of(), List.of(), false);
      }
    };
  }

  private static Network user(Option option, QemuProperties values, List<String> left) {
    var forwards = new ArrayList<Forward>();
    var found = FORWARDS.matcher(option.text());
    while (found.find()) {
      var forward = FORWARD.matcher(found.group(1));
      if (forward.matches() && port(forward.group(3)) && port(forward.group(5))) {
        var proto = forward.group(1) == null ? "tcp" : forward.group(1);
        // Without an address QEMU listens on all of the host's; a project begins with its own.
        var host = forward.group(2).isEmpty() ? "127.0.0.1" : forward.group(2);
        if (forward.group(2).isEmpty()) {
          left.add("hostfwd=" + found.group(1) + ": only for this machine, 127.0.0.1");
        }
        forwards.add(
            new Forward(
                proto,
                host,
                Integer.parseInt(forward.group(3)),
                Integer.parseInt(forward.group(5))));
      } else {
        left.add("hostfwd=" + found.group(1) + ": no forward that is understood");
      }
    }
    values.values().keySet().stream()
        .filter(key -> !Set.of("type", "id", "hostfwd", "restrict", "model").contains(key))
        .forEach(key -> left.add(key + "=" + values.get(key).orElse("") + ": QEMU's own network"));
    return new Network("user", List.copyOf(forwards), List.of(), !values.on("restrict"));
  }

  private static boolean port(String digits) {
    return Integer.parseInt(digits) <= MOST_PORT;
  }

  private static String words(Option option) {
    return String.join(" ", option.words());
  }
}
