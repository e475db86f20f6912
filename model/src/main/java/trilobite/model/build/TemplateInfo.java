// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

/// A project template.
public record TemplateInfo(String name, String title, String summary, String toolchain) {}
