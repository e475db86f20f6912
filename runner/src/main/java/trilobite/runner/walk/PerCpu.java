// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;

/// A container that each CPU has one of, at an offset of its own: Linux's per-CPU variables.
///
/// @param offsets address of the table of 64-bit offsets
/// @param cpus in the table
/// @param each shape of one CPU's
public record PerCpu(long offsets, int cpus, Shape each) implements Shape {

  @Override
  public void walk(Walk walk, long start) throws IOException {
    for (int cpu = 0; cpu < cpus && walk.step(); cpu++) {
      each.walk(walk, start + walk.word(offsets + (long) cpu * Long.BYTES));
    }
  }
}
