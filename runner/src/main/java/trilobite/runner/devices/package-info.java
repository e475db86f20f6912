// SPDX-License-Identifier: Apache-2.0
/// A guest's virtual devices as QEMU tells of them: drives, network cards.
@NullMarked
package trilobite.runner.devices;

import org.jspecify.annotations.NullMarked;
