// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.build.BuildResult;
import trilobite.model.check.ProjectRules;
import trilobite.model.check.Severity;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.Verdict;
import trilobite.model.vitals.Vital;

/// The main job through the ports alone: make the demo project, build it, boot it, use it, see how
/// it ends.
@Tag("qemu")
class DemoProjectTest {

  @RegisterExtension final OwnBench bench = new OwnBench();
  private Path folder;

  @BeforeEach
  void make() throws Exception {
    folder = bench.home().resolve("demo");
    bench.workbench().projects().create(folder, "tidepool", "demo");
    var file = folder.resolve("trilobite.toml");
    // Any free port, so that tests do not meet others on 8080.
    Files.writeString(file, Files.readString(file).replaceFirst("\"\\d+:80\"", "\"0:80\""));
    bench.workbench().projects().trust(bench.workbench().projects().trustQuestion(folder));
    var built =
        bench.workbench().builds().build(folder, "default", event -> {}, JobContext.unwatched());
    assertThat(built.outcome()).as(built.why()).isEqualTo(BuildResult.Outcome.DONE);
  }

  private LiveGuest boot(String target) throws Exception {
    var guest =
        bench
            .workbench()
            .guests()
            .launch(new LaunchRequest(folder, target, false, false), JobContext.unwatched());
    Waiting.until("ready", () -> guest.status().ready().isPresent());
    return guest;
  }

  private static String get(LiveGuest guest, String path) throws Exception {
    int port = guest.status().forwards().getFirst().hostPort();
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(20))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static String console(LiveGuest guest) {
    var all = new byte[(int) guest.console().length()];
    return new String(all, 0, guest.console().read(0, all), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "small", "pc"})
  void servesTypesAndIsRemembered(String target) throws Exception {
    var guest = boot(target);

    assertThat(get(guest, "/truth/heap")).startsWith("{");
    guest.type("help\n".getBytes(UTF_8));
    Waiting.until("the shell's answer", () -> console(guest).contains("Break:"));
    Waiting.until("vitals", () -> guest.vitals().latest().get(Vital.NET_RX_PACKETS) != null);
    guest.stop();

    var run = bench.workbench().history().runs(5).getFirst();
    assertThat(run.id()).isEqualTo(guest.status().id());
    assertThat(run.verdict()).contains(Verdict.STOPPED);
    assertThat(run.buildId()).isPresent();
    assertThat(run.readyMillis()).isPresent();
    assertThat(bench.workbench().history().vitals(run.id()).series()).containsKey(Vital.CPU);
  }

  @ParameterizedTest
  @CsvSource({
    "assert, CRASHED",
    "null, CRASHED",
    "overflow, CRASHED",
    "triple, CRASHED",
    "hang, HUNG",
    "off, POWEROFF"
  })
  void everyWayToEndGetsItsVerdict(String word, Verdict verdict) throws Exception {
    var guest = boot("default");

    guest.type((word + "\n").getBytes(UTF_8));

    assertThat(guest.ended().get(40, TimeUnit.SECONDS))
        .as(() -> guest.status().why() + "\n" + console(guest))
        .isEqualTo(verdict);
  }

  @Test
  void itsOwnRunningGuestDoesNotMakeItsPortAnError() throws Exception {
    var first = boot("default");
    int port = first.status().forwards().getFirst().hostPort();
    var file = folder.resolve("trilobite.toml");
    Files.writeString(file, Files.readString(file).replace("0:80\"", port + ":80\""));
    var parsed = bench.workbench().projects().open(folder);
    var facts = bench.workbench().projects().hostFacts(folder, parsed.project().orElseThrow());

    assertThat(ProjectRules.check(parsed, "default", facts))
        .singleElement()
        .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.INFO))
        .satisfies(found -> assertThat(found.message()).contains("run " + first.status().id()));
    assertThatThrownBy(() -> boot("default")).hasMessageContaining("stop that one first");

    first.stop();
    assertThat(get(boot("default"), "/truth/heap")).startsWith("{");
  }

  @Test
  void theSmallestGuestPowersOffToo() throws Exception {
    var guest = boot("small");

    guest.type("off\n".getBytes(UTF_8));

    assertThat(guest.ended().get(40, TimeUnit.SECONDS))
        .as(() -> guest.status().why())
        .isEqualTo(Verdict.POWEROFF);
  }
}
