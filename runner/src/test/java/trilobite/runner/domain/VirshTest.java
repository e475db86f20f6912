// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.runner.process.Answer;

class VirshTest {

  @Test
  void asksOnlyForWhatCanBeRead() throws Exception {
    var asked = new ArrayList<List<String>>();
    var virsh =
        new Virsh(
            command -> {
              asked.add(command);
              return new Answer(0, "Domain: 'a b'\n  state.state=3\n");
            });

    assertThat(virsh.list("qemu+ssh://host/system"))
        .extracting(d -> d.state())
        .containsOnly("paused");
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst())
        .startsWith("virsh", "--readonly", "--connect", "qemu+ssh://host/system", "domstats");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|''|virsh was not found, or did not answer within ten seconds.",
        "1|error: failed to connect~error: authentication unavailable|Join its group: adduser $USER libvirt.",
        "1|error: Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file|qemu:///x cannot be asked: Failed to connect socket",
        "1|''|it said nothing"
      })
  void saysWhatFailedAndWhatToDo(int code, String output, String said) {
    var virsh = new Virsh(command -> new Answer(code, output.replace("~", "\n")));

    assertThatThrownBy(() -> virsh.list("qemu:///x")).hasMessageContaining(said);
  }
}
