// SPDX-License-Identifier: Apache-2.0

/// Toolchains: descriptors in TOML, what of them this machine has, and the demo guest's kit.
package trilobite.runner.toolchain;
