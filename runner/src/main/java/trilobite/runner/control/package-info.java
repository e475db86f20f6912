// SPDX-License-Identifier: Apache-2.0

/// How other processes of the same user watch and steer a guest that this one owns: JSON lines over
/// a Unix socket in the run's private folder.
@NullMarked
package trilobite.runner.control;

import org.jspecify.annotations.NullMarked;
