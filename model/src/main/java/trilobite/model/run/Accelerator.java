// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

/// The accelerator of a run and the reason for it, in words.
///
/// @param name as QEMU spells it: `tcg`, `kvm`, …
/// @param why such as `KVM opens but a test guest did not run within 5 s`
public record Accelerator(String name, String why) {}
