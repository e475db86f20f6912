// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

/// A project template.
///
/// @param tried the versions of the tools that it was built and booted with; empty where it was not
public record TemplateInfo(
    String name, String title, String summary, String toolchain, String tried) {

  /// The template of the demo project.
  public static final String DEMO = "tidepool";
}
