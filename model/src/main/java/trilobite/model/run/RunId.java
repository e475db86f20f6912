// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

/// Number of a run, unique per user and never given twice. Shown as `#12`.
public record RunId(long number) implements Comparable<RunId> {

  @Override
  public int compareTo(RunId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "#" + number;
  }
}
