// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A `trilobite.toml`, understood.
///
/// @param toolchain name of a toolchain descriptor
/// @param command the build command where the file gives one; empty to use the toolchain's
/// @param env extra environment of the build
/// @param targets in file order; at least one in a valid project
/// @param profile OS profile name, or `auto`
/// @param sourceMap pairs from, to for relative debug paths
public record Project(
    String name,
    String toolchain,
    List<String> command,
    Map<String, String> env,
    SequencedMap<String, Target> targets,
    List<SymbolFile> symbols,
    String profile,
    List<List<String>> sourceMap) {}
