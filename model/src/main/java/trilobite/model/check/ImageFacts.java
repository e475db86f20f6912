// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.Optional;

/// What the headers of a file say about it.
///
/// @param exists false where there is no such file; the rest is then empty
/// @param format `elf64`, `elf32`, `bzImage`, `raw`, `qcow2`, `text`, `empty`, `unknown` …
/// @param arch `x86_64`, `aarch64`, `riscv64`, `i386` …, empty where unknown
/// @param bootable true where `-kernel` on this architecture's machines can boot it
/// @param why one sentence behind `bootable`
public record ImageFacts(
    boolean exists,
    long bytes,
    String format,
    String arch,
    boolean bootable,
    String why,
    Optional<String> buildId) {}
