// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.List;

/// An allocator whose blocks can be found one by one.
///
/// @param stamp variable with the allocator's own figures, which each allocation changes; empty
///   where there is none
/// @param inner true where its memory is the image's or another allocator's
/// @param must what tells this allocator from others of the kernel
/// @param note how far its figures can be trusted; empty where there is nothing to say
/// @param missing what to say of a build that has none of it; empty where that goes without saying
public record AllocatorLayout(
    String name,
    String stamp,
    boolean inner,
    List<BlockLayout.Must> must,
    BlockLayout blocks,
    String note,
    String missing) {}
