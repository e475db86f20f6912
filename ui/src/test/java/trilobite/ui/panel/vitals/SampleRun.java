// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import trilobite.model.time.Mark;
import trilobite.model.vitals.Vital;
import trilobite.ui.testing.FakeVitals;

/// A minute of a busy guest, the same in every test: boots, serves, is overloaded once.
final class SampleRun {

  private static final long SEED = 7;
  private static final double MIB = 1 << 20;

  private SampleRun() {}

  /// Samples each half second up to `millis`.
  static FakeVitals fill(FakeVitals vitals, double millis) {
    var random = new java.util.Random(SEED);
    double rx = 0;
    double tx = 0;
    double rxBytes = 0;
    double txBytes = 0;
    double read = 0;
    double written = 0;
    double drops = 0;
    for (double t = 0; t <= millis; t += 500) {
      double load = load(t);
      double noise = random.nextDouble() - 0.5;
      vitals.add(Vital.CPU, t, t < 600 ? 83 - t / 20 : Math.max(0.4, load * (78 + 14 * noise)));
      vitals.add(Vital.MEMORY_ASSIGNED, t, 64 * MIB);
      vitals.add(Vital.MEMORY_TOUCHED, t, (16 + Math.floor(Math.min(t, 55_000) / 2500)) * MIB);
      vitals.add(Vital.HEAP_USED, t, (6 + t / 4000 + load * 2 * noise) * MIB);
      rx += load * (1400 + 300 * noise);
      tx += load * (1450 + 250 * noise);
      rxBytes += load * (1400 + 300 * noise) * 420;
      txBytes += load * (1450 + 250 * noise) * 980;
      read += t < 1000 ? 380_000 : 0;
      written += (int) (t / 500) % 20 == 7 ? 230_000 : 2_000;
      drops += t >= 47_000 && t <= 48_000 ? 13 : 0;
      vitals.add(Vital.NET_RX_PACKETS, t, Math.floor(rx));
      vitals.add(Vital.NET_TX_PACKETS, t, Math.floor(tx));
      vitals.add(Vital.NET_RX_BYTES, t, Math.floor(rxBytes));
      vitals.add(Vital.NET_TX_BYTES, t, Math.floor(txBytes));
      vitals.add(Vital.NET_DROPS, t, drops);
      vitals.add(Vital.DISK_READ_BYTES, t, read);
      vitals.add(Vital.DISK_WRITTEN_BYTES, t, written);
    }
    return vitals.mark(139, Mark.Kind.BOOT, "boot").mark(412, Mark.Kind.READY, "ready").now(millis);
  }

  private static double load(double t) {
    if (t < 9_000) {
      return t > 5_000 ? 0.06 : 0.01;
    }
    if (t >= 46_000 && t < 49_500) {
      return 0.45;
    }
    return Math.min(1, (t - 9_000) / 5_000) * (0.85 + 0.15 * Math.sin(t / 3_100));
  }
}
