// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;
import trilobite.model.project.ProjectEdit;

/// A one-click cure for a finding, such as `Use 18080`.
public record Fix(String label, List<ProjectEdit> edits) {}
