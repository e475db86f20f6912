// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.util.LinkedHashMap;
import java.util.Map;
import trilobite.model.check.ParsedProject;
import trilobite.model.port.ProjectFormat;

/// The newest texts of project files with what they mean, so that a text that was understood once
/// is not parsed again in front of a launch. Safe from any thread.
final class ParsedTexts {

  private static final int MOST = 8;

  private final ProjectFormat format;
  private final Map<String, ParsedProject> known =
      new LinkedHashMap<>(2 * MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ParsedProject> eldest) {
          return size() > MOST;
        }
      };

  ParsedTexts(ProjectFormat format) {
    this.format = format;
  }

  synchronized ParsedProject parse(String text) {
    return known.computeIfAbsent(text, format::parse);
  }
}
