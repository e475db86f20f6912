// SPDX-License-Identifier: Apache-2.0
package planted.runner.live;

/// Breaks standard-output.
public final class Prints implements Runnable {
  @Override
  public void run() {
    System.out.println("not an answer");
  }
}
