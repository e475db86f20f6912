// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.profile.Profile.Moves;

/// What a profile says in words: how its kernel speaks on the console, what it does not have, and
/// how far the profile itself was tried.
///
/// @param ready lines that mean that the application has started
/// @param ends lines that mean that the kernel has halted on purpose
/// @param translation how addresses become physical ones, for people
/// @param tables symbol of the page table that the kernel boots with, for a guest whose registers
///   cannot be asked for; empty where there is none
/// @param absent by the name of a view, why it shows nothing: absent by design, or not read yet
/// @param variables types of variables, for debug information that names none, such as BTF
/// @param tried how far the profile was tried; empty for our own kernels, whose tests try them
/// @param samples lines of the console, each with what it is
/// @param programs virtual addresses between which the kernel puts programs that may lie anywhere
public record Guide(
    List<Phrase> ready,
    List<Phrase> ends,
    String translation,
    String tables,
    Map<String, String> absent,
    Map<String, String> variables,
    Optional<Tried> tried,
    List<Sample> samples,
    Optional<Moves> programs) {

  /// Nothing is said.
  public static final Guide NONE =
      new Guide(
          List.of(),
          List.of(),
          "",
          "",
          Map.of(),
          Map.of(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  /// How far a profile was tried.
  ///
  /// @param state `source` where it was written from the kernel's sources and not booted, `booted`
  ///   where it was
  /// @param version of the kernel
  /// @param note a few words more
  public record Tried(String state, String version, String note) {}

  /// A line and what it is: `panic`, `end`, `ready`, or a level such as `warn`.
  public record Sample(String line, String is) {}
}
