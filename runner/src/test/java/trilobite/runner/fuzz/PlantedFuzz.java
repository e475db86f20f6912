// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.fuzz;

/// A bug on purpose, behind four bytes that chance would find once in four thousand million tries.
/// Fuzzing that does not find it within seconds is not led by what the code does, and `fuzz` fails.
public final class PlantedFuzz {

  private PlantedFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length > 3 && data[0] == 'T' && data[1] == 'R' && data[2] == 'I' && data[3] == '!') {
      throw new IllegalStateException("the planted bug");
    }
  }
}
