// expect: [DeadException]
package trilobite.model;

final class ForgetsToThrow {
  private ForgetsToThrow() {}

  static void check(int count) {
    if (count < 0) {
      new IllegalArgumentException("negative");
    }
  }
}
