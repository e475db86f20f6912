// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RunOptionsTest {

  /// A detached guest frees its terminal at ready, unless told to be watched.
  @ParameterizedTest
  @CsvSource({
    "--headless, false",
    "--until ready, true",
    "--detach, true",
    "--detach --until end, false",
    "--detach --for 10s, false"
  })
  void watchesUntilReady(String arguments, boolean ready) {
    var options = CommandLine.populateCommand(new RunOptions(), arguments.split(" "));

    assertThat(options.untilReady()).isEqualTo(ready);
    assertThat(options.windowless()).isTrue();
  }
}
