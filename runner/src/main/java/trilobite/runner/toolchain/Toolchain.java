// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A toolchain descriptor: how a kind of project is told, configured and built, how its image
/// boots, and how to read what its tools say. The schema stands in the documentation,
/// `toolchains.md` of the shipped data.
///
/// @param signs what in a folder means this toolchain; any of them is enough
/// @param install the one thing to do where a tool is missing, by the `ID` of os-release; `other`
///   for the rest
/// @param configure what runs before a build, in order, each where it is needed
/// @param command empty where the project itself gives one
/// @param clean empty where there is none
/// @param menuconfig what a person runs in a terminal to choose options; empty where there is none
/// @param variables read from a project's files, beside those that are always there
/// @param image what a build makes, where a target names no kernel; a `*` stands for any characters
/// @param prebuilt an image of the kit that stands in where nothing can be built
/// @param progress with the groups `done`, `total` and `step`, of which any may be absent
/// @param times how long single files took; empty where that cannot be had
/// @param options files in which a project chooses options
/// @param calls names of functions that an operating system provides
public record Toolchain(
    String name,
    String title,
    String summary,
    List<Sign> signs,
    List<Tool> tools,
    Map<String, String> install,
    List<Step> configure,
    List<String> command,
    List<String> clean,
    List<String> menuconfig,
    Map<String, String> env,
    List<Variable> variables,
    Optional<String> image,
    Optional<String> symbols,
    Optional<String> prebuilt,
    Optional<Pattern> progress,
    Optional<Times> times,
    List<OptionSpec> options,
    List<Matcher> matchers,
    Set<String> calls,
    Start start,
    Page page) {

  /// Nothing but a name, for a project that gives its own command.
  public static Toolchain named(String name) {
    return new Toolchain(
        name,
        name,
        "",
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Set.of(),
        Start.NONE,
        Page.NONE);
  }

  /// A program that must be there.
  ///
  /// @param version the command that prints its version; empty where its presence is enough
  /// @param pattern finds the version, group 1, in what that prints
  public record Tool(String program, List<String> version, Pattern pattern) {}

  /// What in a folder means a toolchain.
  ///
  /// @param files that must all be there; `*` stands for any characters of a name in the folder
  ///   itself
  /// @param texts that must stand near the begin of a file, by the file
  public record Sign(List<String> files, Map<String, String> texts) {}

  /// A command before the build.
  ///
  /// @param unless it is left out where this file is there
  /// @param when it is left out where this file is not there
  /// @param newer it is left out unless this file is newer than `than`, where both are there
  /// @param from a file with options that are asked for, `CONFIG_X=y` a line
  /// @param into the file with those that came of it: what was dropped is told
  public record Step(
      List<String> command,
      Optional<String> unless,
      Optional<String> when,
      Optional<String> newer,
      Optional<String> than,
      Optional<String> from,
      Optional<String> into) {}

  /// A word that a project's file says.
  ///
  /// @param pattern with the word as group 1
  /// @param otherwise where the file is not there or does not say it
  public record Variable(String name, String file, Pattern pattern, String otherwise) {}

  /// Where the times of single files come from.
  ///
  /// @param output the file that a step writes, with groups of the progress pattern as `${…}`
  /// @param log that the tool itself keeps
  public record Times(Optional<String> output, Optional<Log> log) {

    /// A tool's own log.
    ///
    /// @param pattern finds an entry: `file`, and `start` with `end` or `took`
    /// @param millis of its unit
    public record Log(String file, Pattern pattern, double millis) {}
  }

  /// How a file of options is read.
  public enum Reader {
    /// A `.config` beside Kconfig files.
    KCONFIG,
    /// YAML or JSON.
    YAML,
    /// The features of a `Cargo.toml`, its own and those of what it depends on.
    CARGO
  }

  /// A file in which a project chooses options.
  ///
  /// @param schema the first of the Kconfig files that declare them; empty for YAML
  /// @param sourced finds the file, group `file`, in a `source` line that would run a program
  /// @param words for `$(…)` in names of Kconfig files
  /// @param help what a value of YAML means, by the keys that lead to it, `*` for any of them; of
  ///   Cargo, what a feature does, by its name, that of another package as `package.feature`
  /// @param parts tables of their own, by title, of those options whose menu fits
  /// @param readonly true where it is not for people to change
  public record OptionSpec(
      String title,
      String file,
      Reader reader,
      String schema,
      Optional<Pattern> sourced,
      Map<String, String> words,
      Map<String, String> help,
      Map<String, Pattern> parts,
      boolean readonly) {}

  /// How an image of this toolchain starts.
  ///
  /// @param loader the kernel, where the image is handed over as initial ramdisk
  /// @param initrd beside the kernel
  /// @param drive the image boots as a drive of this format
  /// @param network `user` where it has a card, `vsock`, or `none`
  /// @param legacy false where it takes no card that is there for older drivers too
  public record Start(
      Optional<String> arch,
      Optional<String> machine,
      Optional<String> memory,
      Optional<String> loader,
      Optional<String> initrd,
      Optional<String> drive,
      Optional<String> append,
      Optional<String> ready,
      String network,
      boolean legacy) {

    /// Nothing is known.
    public static final Start NONE =
        new Start(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "user",
            true);
  }

  /// What a person reads about a toolchain.
  ///
  /// @param manual address of its manual
  /// @param tried the version that it was tried with; empty where it was not
  /// @param source the version of its sources or documentation that the descriptor was written from
  /// @param profiles OS profiles of the kernels that it makes
  /// @param arguments how a command line reaches the guest
  /// @param address how a network address reaches it
  /// @param notes what a person should know first
  public record Page(
      String manual,
      Optional<String> tried,
      String source,
      List<String> profiles,
      String arguments,
      String address,
      List<String> notes) {

    /// Nothing to read.
    public static final Page NONE =
        new Page("", Optional.empty(), "", List.of(), "", "", List.of());
  }
}
