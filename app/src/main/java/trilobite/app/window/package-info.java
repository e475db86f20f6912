// SPDX-License-Identifier: Apache-2.0

/// The one place where the program meets JavaFX.
package trilobite.app.window;
