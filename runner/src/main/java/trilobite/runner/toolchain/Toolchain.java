// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A toolchain descriptor: how to build a kind of project and how to read what its tools say. The
/// schema stands in the documentation, `toolchains.md` of the shipped data.
///
/// @param recognise files of a project folder, any of which means this toolchain
/// @param install the one thing to do where a tool is missing, by the `ID` of os-release; `other`
///   for the rest
/// @param command empty where the project itself gives one
/// @param clean empty where there is none
/// @param image what a build makes, where a target names no kernel
/// @param prebuilt an image of the kit that stands in where nothing can be built
/// @param progress with the groups `done`, `total` and `step`, of which any may be absent
public record Toolchain(
    String name,
    String title,
    String summary,
    List<String> recognise,
    List<Tool> tools,
    Map<String, String> install,
    List<String> command,
    List<String> clean,
    Map<String, String> env,
    Optional<String> image,
    Optional<String> symbols,
    Optional<String> prebuilt,
    Optional<Pattern> progress,
    List<Matcher> matchers) {

  /// A program that must be there.
  ///
  /// @param version the command that prints its version; empty where its presence is enough
  /// @param pattern finds the version, group 1, in what that prints
  public record Tool(String program, List<String> version, Pattern pattern) {}
}
