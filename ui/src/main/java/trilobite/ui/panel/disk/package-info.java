// SPDX-License-Identifier: Apache-2.0

/// A guest's drives by QEMU's own counters: requests, bytes, queues, how long requests took, and
/// the slowest of them, on the common clock.
package trilobite.ui.panel.disk;
