// SPDX-License-Identifier: Apache-2.0

/// Both looks: colours, type and fonts, over AtlantaFX's Primer.
package trilobite.ui.theme;
