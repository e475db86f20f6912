// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;

/// A table of containers side by side: a hash map with chains, run queues by priority.
///
/// @param table offset of the first, from the container's begin
/// @param stride bytes from one to the next
/// @param count of them
/// @param bucket shape of each
public record Buckets(long table, long stride, long count, Shape bucket) implements Shape {

  @Override
  public void walk(Walk walk, long start) throws IOException {
    for (long i = 0; i < count && walk.step(); i++) {
      bucket.walk(walk, start + table + i * stride);
    }
  }
}
