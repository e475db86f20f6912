// SPDX-License-Identifier: Apache-2.0

/// Sends HTTP requests to the guest at a chosen rate and says what came back.
package trilobite.ui.panel.load;
