// SPDX-License-Identifier: Apache-2.0

/// The Packets panel: every frame that passed the guest's network, what it says and what became of
/// it.
package trilobite.ui.panel.packets;
