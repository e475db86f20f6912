// SPDX-License-Identifier: Apache-2.0
package planted.model.guest;

/// Breaks measured-values-say-whence.
public interface BareEyes {

  /// How much heap the guest uses, from nowhere.
  long heapUsed();
}
