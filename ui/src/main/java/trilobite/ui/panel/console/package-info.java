// SPDX-License-Identifier: Apache-2.0

/// The Console panel: what the guest writes to its serial port, and what is typed to it.
package trilobite.ui.panel.console;
