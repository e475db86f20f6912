// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.runner.process.Answer;
import trilobite.runner.qmp.QmpEvent;
import trilobite.runner.qmp.QmpException;

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

  private static DomainMonitor monitor(List<List<String>> asked, String answer, int code) {
    return new DomainMonitor(
        command -> {
          asked.add(command);
          return new Answer(code, answer);
        },
        "qemu:///session",
        "a b",
        event -> asked.add(List.of(event.name())));
  }

  @Test
  void aDomainIsPausedByLibvirtAndAskedThroughIt() throws Exception {
    var asked = new ArrayList<List<String>>();
    monitor(asked, "", 0).execute("stop");
    assertThat(asked)
        .containsExactly(
            List.of(
                "virsh", "--quiet", "--connect", "qemu:///session", "suspend", "--domain", "a b"),
            List.of("STOP"));
    var answer = monitor(asked, "warning: x\n{\"return\":{\"a\":7},\"id\":\"1\"}\n", 0);
    assertThat(answer.execute("query-x", Map.of("b", "$'\n")).path("a").asInt()).isEqualTo(7);
    assertThat(asked.getLast().getLast())
        .isEqualTo("{\"execute\":\"query-x\",\"arguments\":{\"b\":\"$'\\n\"}}");
    assertThatThrownBy(
            () -> monitor(asked, "{\"error\":{\"desc\":\"no such\"}}", 0).execute("query-y"))
        .isInstanceOf(QmpException.class)
        .hasMessageContaining("no such");
    assertThatThrownBy(() -> monitor(asked, "error: domain is not running", 1).execute("query-y"))
        .hasMessage("qemu:///session cannot be asked: domain is not running");
    assertThatThrownBy(() -> monitor(asked, "\n", 0).execute("query-y"))
        .hasMessageContaining("no answer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "event STOP at 17.94 for domain 'it's': <null>|STOP|''",
        "event SHUTDOWN at 17.9 for domain 'a': {\"reason\":\"guest-reset\"}|SHUTDOWN|guest-reset",
        "event loop timed out|''|''",
        "event SHUTDOWN at 1.0 for domain 'a': {\"reason|''|''"
      },
      quoteCharacter = '`')
  void whatLibvirtTellsOfADomainIsQemusEvent(String line, String name, String reason) {
    var event = DomainEvents.parse(line);
    assertThat(event.map(QmpEvent::name).orElse("''")).isEqualTo(name);
    event.ifPresent(
        e ->
            assertThat("''".equals(reason) ? "" : reason)
                .isEqualTo(e.data().path("reason").asText()));
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
