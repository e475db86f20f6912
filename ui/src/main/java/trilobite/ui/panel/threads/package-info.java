// SPDX-License-Identifier: Apache-2.0

/// The Threads panel: what every thread of the guest does, what it waits for and who holds that.
package trilobite.ui.panel.threads;
