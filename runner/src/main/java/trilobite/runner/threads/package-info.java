// SPDX-License-Identifier: Apache-2.0
/// A kernel's threads: what a profile says of their records, applied to one build and read while
/// the guest goes on.
@NullMarked
package trilobite.runner.threads;

import org.jspecify.annotations.NullMarked;
