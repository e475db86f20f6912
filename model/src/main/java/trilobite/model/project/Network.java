// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import java.util.List;

/// A target's network.
///
/// @param mode as written: `user`, `none`, `tap`, `vsock`; others are kept and found invalid
/// @param forwards in file order; texts that are no forward stay in [#invalidForwards]
/// @param outbound true lets the guest reach out, the host's own services included
public record Network(
    String mode, List<Forward> forwards, List<String> invalidForwards, boolean outbound) {

  public static final Network NONE = new Network("none", List.of(), List.of(), false);
}
