// SPDX-License-Identifier: Apache-2.0

/// The configuration form: every field of a target beside the exact command line that it makes.
package trilobite.ui.panel.config;
