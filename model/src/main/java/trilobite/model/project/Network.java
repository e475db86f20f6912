// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import java.util.List;

/// A target's network.
///
/// @param mode as written: `user`, `none`, `tap`, `vsock`; others are kept and found invalid
/// @param forwards in file order; texts that are no forward stay in [#invalidForwards]
/// @param outbound true lets the guest reach out, the host's own services included
/// @param tap name of the host's tap interface for mode `tap`, empty where none is given
/// @param cid the guest's address for mode `vsock`
/// @param legacy true where the card also answers drivers from before virtio 1; some kernels take
///   no such card
public record Network(
    String mode,
    List<Forward> forwards,
    List<String> invalidForwards,
    boolean outbound,
    String tap,
    long cid,
    boolean legacy) {

  /// The first address that is no host's, and what a guest gets where it names none.
  public static final long FIRST_CID = 3;

  public static final Network NONE = new Network("none", List.of(), List.of(), false);

  /// A network that needs nothing of the host's.
  public Network(
      String mode, List<Forward> forwards, List<String> invalidForwards, boolean outbound) {
    this(mode, forwards, invalidForwards, outbound, "", FIRST_CID, true);
  }

  /// The same with a card for virtio 1 alone, or one that older drivers drive too.
  public Network withLegacy(boolean also) {
    return new Network(mode, forwards, invalidForwards, outbound, tap, cid, also);
  }

  /// True where the guest has a network card, which our packet relay stands behind.
  public boolean card() {
    return mode.equals("user") || mode.equals("tap");
  }
}
