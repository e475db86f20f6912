// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import java.util.List;
import trilobite.model.project.FieldPath;

/// One QEMU option with its value, tied to the fields it comes from so that both can light up
/// together.
///
/// @param option such as `-m`; empty for a bare word
/// @param value empty where the option takes none
/// @param fields the project fields behind it, empty for Trilobite's own arguments
/// @param purpose a few words for the tooltip, such as `guest memory, shared with the workbench`
public record Argument(String option, String value, List<FieldPath> fields, String purpose) {}
