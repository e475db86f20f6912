// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.layer;

/// Bytes were wanted that are not there. Never leaves the decoder.
public final class CutException extends RuntimeException {

  private static final long serialVersionUID = 1;

  CutException() {
    super("cut short", null, false, false);
  }
}
