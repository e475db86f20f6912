// SPDX-License-Identifier: Apache-2.0

/// The Build panel: what the toolchain says while it builds, and how the build ended.
package trilobite.ui.panel.build;
