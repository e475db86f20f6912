// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;
import trilobite.model.time.HostClock;
import trilobite.runner.host.ThreadTime;
import trilobite.runner.threads.CurrentSampler;
import trilobite.runner.threads.ThreadPlan;
import trilobite.runner.threads.ThreadTable;
import trilobite.runner.value.PathException;

/// A guest's threads: profile, symbols and types together.
final class ThreadsSubject implements Subject {

  @Override
  public List<View<?>> views() {
    return List.of(Views.THREADS);
  }

  @Override
  public void open(Scene scene) throws IOException {
    var profile = scene.profile();
    var layout =
        profile
            .threads()
            .orElseThrow(
                () ->
                    scene.none(
                        "threads", "the profile " + profile.name() + " knows of no threads"));
    var program = scene.program();
    try {
      var plan = ThreadPlan.of(program, profile, layout);
      var sampler = sampler(plan, scene);
      int vcpus = scene.session().vcpus().size();
      var table = new ThreadTable(plan, scene.source(), scene::paused, sampler, vcpus);
      var detail =
          "%s in %s, symbols and types from %s; %s; %s; %s"
              .formatted(
                  table.start(),
                  scene.view().ram().place(),
                  scene.view().symbolsFrom(),
                  count(vcpus),
                  plan.waiting(),
                  method(plan, sampler));
      scene.show(Views.THREADS, () -> Look.Seen.of(table.read(), Source.Kind.GUEST_MEMORY, detail));
    } catch (PathException e) {
      throw scene.misfit(e);
    }
  }

  private static String count(int vcpus) {
    return switch (vcpus) {
      case 0 -> "vCPUs not told";
      case 1 -> "1 vCPU";
      default -> vcpus + " vCPUs";
    };
  }

  /// Samples take the place of clocks that the kernel does not keep. With several vCPUs one word
  /// does not say who runs.
  private static Optional<CurrentSampler> sampler(ThreadPlan plan, Scene scene) {
    var vcpus = scene.session().vcpus();
    if (plan.clocks().isPresent() || plan.current().isEmpty() || vcpus.size() != 1) {
      return Optional.empty();
    }
    var spot = plan.current().get();
    var memory = scene.source().memory();
    var host =
        new ThreadTime(Path.of("/proc"), scene.session().qemuPid(), vcpus.getFirst().threadId());
    return Optional.of(
        new CurrentSampler(
            () -> {
              var at = spot.route().from(memory, spot.address());
              return at == 0 ? 0 : memory.word(at);
            },
            host::open,
            HostClock::nanos));
  }

  private static String method(ThreadPlan plan, Optional<CurrentSampler> sampler) {
    if (plan.clocks().isPresent()) {
      return "CPU as the kernel counts it";
    }
    return sampler.isPresent()
        ? "CPU by 1,000 samples a second of who runs"
        : "CPU not known, as the kernel does not count it";
  }
}
