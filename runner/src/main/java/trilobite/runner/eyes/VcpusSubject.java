// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;
import trilobite.model.time.HostClock;

/// The vCPUs; with symbols, where each is.
final class VcpusSubject implements Subject {

  @Override
  public List<View<?>> views() {
    return List.of(Views.VCPUS);
  }

  @Override
  public void open(Scene scene) {
    var code = scene.view().known().map(known -> known.symbols().code());
    var vcpus = new Vcpus(scene.session(), code, Path.of("/proc"), HostClock::nanos);
    var detail =
        "info registers -a, and run times below /proc/" + scene.session().qemuPid() + "/task";
    scene.show(
        Views.VCPUS,
        () -> Look.Seen.of(new Listing<>(vcpus.read(), Optional.empty()), Source.Kind.QMP, detail));
  }
}
