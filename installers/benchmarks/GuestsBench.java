// SPDX-License-Identifier: Apache-2.0

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.vitals.Vital;
import trilobite.runner.Runner;

/// What sampling ten guests at once takes of this process; their QEMUs are not in it.
public final class GuestsBench {

  private static final int GUESTS = 10;
  private static final long SETTLE_MILLIS = 10_000;
  private static final long SLICE_MILLIS = 5_000;
  private static final int FEWEST = 4;

  private GuestsBench() {}

  public static void main(String[] args) throws Exception {
    try (var workbench = Runner.open(System.getenv(), args)) {
      var guests = new ArrayList<LiveGuest>();
      for (int i = 0; i < GUESTS; i++) {
        var project = DemoProject.make(workbench, "guest" + i);
        guests.add(
            workbench
                .guests()
                .launch(
                    new LaunchRequest(project.folder(), "small", true, false),
                    JobContext.unwatched()));
      }
      Thread.sleep(SETTLE_MILLIS);
      var target = Target.atMost(10, 10);
      var percent = measure(target);
      new Figure(
              "guests",
              "processor time of the program while it samples ten guests at once",
              "% of a core",
              Optional.of(target),
              Interval.of(percent),
              percent.size(),
              Map.of("guests whose CPU and memory were sampled", sampled(guests)))
          .print();
      for (var guest : guests) {
        guest.stop();
      }
    }
  }

  private static List<Double> measure(Target target) throws Exception {
    var self = Path.of("/proc/self");
    var percent = new ArrayList<Double>();
    long until = System.nanoTime() + (long) (Pairs.patience(60) * 1e9);
    while (percent.size() < FEWEST
        || (System.nanoTime() < until && !target.narrow(Interval.of(percent)))) {
      double before = Kernel.seconds(self);
      long begun = System.nanoTime();
      Thread.sleep(SLICE_MILLIS);
      percent.add((Kernel.seconds(self) - before) / ((System.nanoTime() - begun) / 1e9) * 100);
    }
    return percent;
  }

  private static long sampled(List<LiveGuest> guests) {
    return guests.stream()
        .filter(guest -> guest.vitals().latest(Vital.CPU).value().isPresent())
        .filter(guest -> guest.vitals().latest(Vital.MEMORY_TOUCHED).value().isPresent())
        .count();
  }
}
