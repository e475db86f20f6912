// SPDX-License-Identifier: Apache-2.0

/// What is open, building and running in one window: the flows behind its buttons.
package trilobite.ui.session;
