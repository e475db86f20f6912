// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import trilobite.model.table.Meaning;

/// A call on a thread's stack.
public record FrameRow(
    @Meaning(value = "the kernel's number for the thread", title = "Thread ID") long threadId,
    @Meaning("name that the kernel gave the thread") String thread,
    @Meaning("place on the stack; 0 is the innermost") int level,
    @Meaning("the function; empty where no symbol covers the address") String function,
    @Meaning("its file; empty where the debug information says nothing") String file,
    @Meaning("line in the file; 0 where it is not known") int line,
    @Meaning(value = "where it goes on", unit = "address") long address,
    @Meaning("true where the compiler put it into the function below") boolean inlined,
    @Meaning("true where the thread ran while its stack was read") boolean approximate) {}
