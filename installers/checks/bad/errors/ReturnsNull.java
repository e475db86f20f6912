// expect: [NullAway]
package trilobite.model;

final class ReturnsNull {
  private ReturnsNull() {}

  static String name() {
    return null;
  }
}
