// SPDX-License-Identifier: Apache-2.0

/// The serial console: drained without a stall, kept byte for byte, watched for patterns.
@NullMarked
package trilobite.runner.console;

import org.jspecify.annotations.NullMarked;
