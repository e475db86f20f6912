// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import trilobite.runner.data.Data;

/// The reference lists exactly the keys that are read.
class ProjectFileReferenceTest {

  @Test
  void referenceAndReaderKnowTheSameKeys() throws IOException {
    var written = new TreeSet<String>();
    Pattern.compile("(?m)^\\| `([a-z_.*]+)` \\|")
        .matcher(Data.shipped().text("docs/project-file.md"))
        .results()
        .forEach(row -> written.add(row.group(1)));
    assertThat(written).isEqualTo(KnownKeys.all());
  }
}
