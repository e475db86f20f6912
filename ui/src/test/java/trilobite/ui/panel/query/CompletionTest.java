// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.Views;
import trilobite.ui.testing.FakeSettings;

class CompletionTest {

  private final Completion completion = new Completion(Views.all());

  /// What is offered at `|`.
  private List<String> at(String text) {
    return completion.at(text.replace("|", ""), text.indexOf('|')).choices().stream()
        .map(Completion.Choice::name)
        .toList();
  }

  @Test
  void tablesStandAfterFromAndJoin() {
    assertThat(at("select * from thr|")).containsExactly("threads");
    assertThat(at("select * from threads t join mem|"))
        .containsExactly("memory_ladder", "memory_map");
  }

  @Test
  void columnsAreThoseOfTheTablesNamed() {
    assertThat(at("select na| from threads")).containsExactly("name");
    assertThat(at("select waits| from symbols")).isEmpty();
    assertThat(at("select t.st| from threads t"))
        .containsExactly("state", "stack_used", "stack_size", "stack_peak");
    assertThat(at("select a.| from threads t, allocators a"))
        .contains("peak")
        .doesNotContain("cpu");
    assertThat(at("select sta|")).contains("state").contains("stack_peak");
  }

  @Test
  void theWordAtTheCaretIsReplaced() {
    assertThat(completion.at("select name, sta from threads", 16).from()).isEqualTo(13);
    assertThat(at("select name| from threads")).as("already whole").doesNotContain("name");
  }

  @Test
  void queriesAreRememberedOnceAndWhole() {
    var memory = new QueryMemory(new FakeSettings());
    memory.add("select 1");
    memory.add("select 'a\\n\tb'\nfrom threads");
    memory.add("select 1");
    memory.add("  ");
    assertThat(memory.all()).containsExactly("select 1", "select 'a\\n\tb'\nfrom threads");
  }
}
