// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.util.List;
import java.util.Optional;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.packet.flow.PortRefusals;

/// The guest's network as its captured packets tell it. Needs no symbols.
final class PacketsSubject implements Subject {

  @Override
  public List<View<?>> views() {
    return List.of(Views.PACKETS, Views.FLOWS, Views.REFUSALS);
  }

  @Override
  public void open(Scene scene) {
    var network = scene.network();
    scene.show(Views.PACKETS, () -> network.look(network::newest));
    scene.show(Views.FLOWS, () -> network.look(span -> network.table().flows()));
    scene.show(
        Views.REFUSALS,
        () ->
            network.look(
                span ->
                    new Listing<>(
                        network.table().refusals().stream().map(PortRefusals::row).toList(),
                        Optional.empty())));
  }
}
