// SPDX-License-Identifier: Apache-2.0

/// Asks libvirt, through the `virsh` that is installed.
@NullMarked
package trilobite.runner.domain;

import org.jspecify.annotations.NullMarked;
