// SPDX-License-Identifier: Apache-2.0
package planted.runner.live;

import java.lang.foreign.MemorySegment;

/// Breaks guest-memory.
public record MapsMemory(MemorySegment segment) {}
