// SPDX-License-Identifier: Apache-2.0
package trilobite.model.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Reads what `virsh domstats` prints: a line with the name, and a `key=value` a line behind it.
/// Source: `virConnectGetAllDomainStats` in `src/libvirt-domain.c` of libvirt 9.0, which names the
/// keys and their units.
public final class DomainStats {

  private static final int MOST = 10_000;
  private static final long KIB = 1024;
  private static final Pattern NAME = Pattern.compile("Domain: '(.*)'");
  private static final Pattern VALUE = Pattern.compile("  ([a-z0-9.-]+)=(.*)");

  private static final Pattern VCPU_TIME = Pattern.compile("vcpu\\.\\d+\\.time");
  private static final Pattern RECEIVED = Pattern.compile("net\\.\\d+\\.rx\\.bytes");
  private static final Pattern SENT = Pattern.compile("net\\.\\d+\\.tx\\.bytes");

  /// `virDomainState` of `include/libvirt/libvirt-domain.h`.
  private static final List<String> STATES =
      List.of(
          "no state",
          "running",
          "blocked",
          "paused",
          "in shutdown",
          "shut off",
          "crashed",
          "suspended");

  private DomainStats() {}

  /// The domains in order; whatever else stands between is passed over.
  public static List<Domain> parse(String uri, String text) {
    var domains = new ArrayList<Domain>();
    var values = new HashMap<String, String>();
    var name = "";
    for (var line : text.lines().toList()) {
      var head = NAME.matcher(line);
      var value = VALUE.matcher(line);
      if (head.matches()) {
        add(uri, name, values, domains);
        name = head.group(1);
        values.clear();
      } else if (value.matches()) {
        values.put(value.group(1), value.group(2));
      }
    }
    add(uri, name, values, domains);
    return List.copyOf(domains);
  }

  private static void add(
      String uri, String name, Map<String, String> values, List<Domain> domains) {
    if (name.isEmpty() || domains.size() >= MOST) {
      return;
    }
    var state = number(values, "state.state").orElse(0);
    var vcpus = number(values, "vcpu.current");
    domains.add(
        new Domain(
            uri,
            name,
            state < STATES.size() ? STATES.get((int) state) : "state " + state,
            vcpus.isPresent() ? OptionalInt.of((int) vcpus.getAsLong()) : OptionalInt.empty(),
            kib(values, "balloon.current"),
            kib(values, "balloon.rss"),
            sum(values, VCPU_TIME),
            sum(values, RECEIVED),
            sum(values, SENT),
            OptionalLong.empty()));
  }

  private static OptionalLong kib(Map<String, String> values, String key) {
    var found = number(values, key);
    return found.isPresent() ? OptionalLong.of(found.getAsLong() * KIB) : found;
  }

  /// Over all vCPUs, or all cards that are counted; a user network's are not.
  private static OptionalLong sum(Map<String, String> values, Pattern wanted) {
    var keys = values.keySet().stream().filter(key -> wanted.matcher(key).matches()).toList();
    return keys.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(keys.stream().mapToLong(key -> number(values, key).orElse(0)).sum());
  }

  private static OptionalLong number(Map<String, String> values, String key) {
    var text = values.getOrDefault(key, "");
    return text.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
