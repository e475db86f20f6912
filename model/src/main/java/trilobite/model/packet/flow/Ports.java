// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The ports of the guest's that others wanted to connect to. A scan asks for all 65,536, which is
/// the bound.
final class Ports {

  private final TreeMap<Integer, PortRefusals> all = new TreeMap<>();

  void change(int port, UnaryOperator<PortRefusals> change) {
    all.put(port, change.apply(all.getOrDefault(port, PortRefusals.none(port))));
  }

  List<PortRefusals> list() {
    return new ArrayList<>(all.values());
  }
}
