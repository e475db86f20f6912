// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.Views;

/// `netstat`, and what `ps` has in common with it, on a core that never changes.
class NetstatVerbTest {

  private static final OptionalLong NONE = OptionalLong.empty();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StillGuest guest = new StillGuest(List.of());

  NetstatVerbTest() {
    guest.rows(Views.LISTENERS, List.of(listener("tcp", 80), listener("udp", 67)));
    guest.rows(Views.SOCKETS, List.of(socket("tcp", 4100), socket("udp", 53)));
  }

  private static ListenerRow listener(String protocol, long port) {
    return new ListenerRow(
        protocol,
        "0.0.0.0:" + port,
        port,
        Optional.empty(),
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        ListenerRow.OPEN,
        NONE,
        NONE,
        NONE,
        0);
  }

  private static SocketRow socket(String protocol, long port) {
    return new SocketRow(
        protocol,
        "ESTABLISHED",
        "10.0.2.15:" + port,
        port,
        "10.0.2.2:9",
        9,
        Optional.empty(),
        NONE,
        Optional.empty(),
        SocketRow.GUEST,
        NONE,
        NONE,
        NONE,
        OptionalDouble.empty(),
        NONE,
        Optional.empty(),
        NONE,
        false,
        0);
  }

  private Env env() {
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Env(
        () -> StillGuest.core(() -> guest),
        stream,
        stream,
        false,
        Path.of("/"),
        Path.of("/demo"),
        (opened, project, target, run) -> 0);
  }

  private String said(Callable<Integer> verb, String... words) throws Exception {
    new CommandLine(verb).parseArgs(words);
    assertThat(verb.call()).isEqualTo(Exit.DONE);
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "-an, true, true, true",
    "-tnlp, true, false, false",
    "-tnp, true, false, true",
    "-tunap, true, true, true",
    "-u, false, true, true"
  })
  void theLettersOfOtherNetstatsAreUnderstood(
      String letters, boolean tcp, boolean udp, boolean sockets) throws Exception {
    var said = said(new NetstatVerb(env()), letters, "--core", "vm.core");
    assertThat(said.contains("0.0.0.0:80")).isEqualTo(tcp);
    assertThat(said.contains("0.0.0.0:67")).isEqualTo(udp);
    assertThat(said.contains("10.0.2.15:4100")).isEqualTo(tcp && sockets);
    assertThat(said.contains("10.0.2.15:53")).isEqualTo(udp && sockets);
    assertThat(said.contains("1 listeners, read")).isEqualTo(tcp != udp);
  }

  @Test
  void jsonHasTheSameRows() throws Exception {
    assertThat(said(new NetstatVerb(env()), "-u", "--json", "--core", "vm.core"))
        .contains("0.0.0.0:67", "10.0.2.15:53")
        .doesNotContain("\"tcp\"");
  }

  @Test
  void aCoreIsReadOnceAsItTellsNoMoreTheSecondTime() throws Exception {
    said(new NetstatVerb(env()), "--core", "vm.core");
    assertThat(guest.looks()).isEqualTo(2);
    guest.threads(List.of(StillGuest.shareless(1, "main")));
    assertThat(said(new PsVerb(env()), "--core", "vm.core")).contains("main");
    assertThat(guest.looks()).isEqualTo(3);
  }

  @Test
  void aPortOnWhichNothingListensIsANoAsTheGuestIsThere() {
    guest.rows(Views.LISTENERS, List.of());
    assertThatThrownBy(() -> new WhyAnswer(env(), false).print(guest, 81))
        .hasMessage("nothing listens on :81 in the guest")
        .asInstanceOf(InstanceOfAssertFactories.type(VerbException.class))
        .returns(Exit.NO, VerbException::code);
  }
}
