// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

/// Ends a verb with a message on standard error and an exit code.
final class VerbException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;

  VerbException(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
