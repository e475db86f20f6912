// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

import java.util.List;

/// A toolchain descriptor as a person sees it.
///
/// @param name file name of the descriptor, such as `tide`
/// @param title such as `Demo`
/// @param summary what it builds, in a few words
/// @param installed true where its tools were found and run
/// @param state such as `gcc 12.2.0` or `gcc is missing`
/// @param remedy what to install, empty where nothing is missing
/// @param templates names of templates that use it
/// @param tried the version that its descriptor was tried with; empty where it was not
/// @param manual address of its manual, or empty
public record ToolchainInfo(
    String name,
    String title,
    String summary,
    boolean installed,
    String state,
    String remedy,
    List<String> templates,
    String tried,
    String manual) {

  /// A toolchain of ours, which has no manual of its own.
  public ToolchainInfo(
      String name,
      String title,
      String summary,
      boolean installed,
      String state,
      String remedy,
      List<String> templates) {
    this(name, title, summary, installed, state, remedy, templates, "", "");
  }
}
