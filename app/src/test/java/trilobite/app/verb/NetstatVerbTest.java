// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class NetstatVerbTest {

  @Test
  void aPortOnWhichNothingListensIsANoAsTheGuestIsThere() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    var env =
        new Env(
            () -> {
              throw new AssertionError("no guest is looked for");
            },
            nowhere,
            nowhere,
            false,
            Path.of("/"),
            Path.of("/demo"),
            (workbench, project, target, run) -> 0);

    assertThatThrownBy(() -> new WhyAnswer(env, false).print(new StillGuest(List.of()), 81))
        .hasMessage("nothing listens on :81 in the guest")
        .asInstanceOf(InstanceOfAssertFactories.type(VerbException.class))
        .returns(Exit.NO, VerbException::code);
  }
}
