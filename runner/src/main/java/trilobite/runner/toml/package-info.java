// SPDX-License-Identifier: Apache-2.0

/// TOML texts: their meaning by a library, their layout and edits that keep it by us.
package trilobite.runner.toml;
