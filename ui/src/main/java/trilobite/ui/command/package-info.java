// SPDX-License-Identifier: Apache-2.0

/// Commands and the keys that start them.
package trilobite.ui.command;
