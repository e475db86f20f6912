// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[    0.388013] Info: [liblwip] <init.c @  432> en1: up | INFO",
        "warn    data.img: write took 38 ms | WARN",
        "[ 1.0] CRIT: [libx] out of memory | ERROR",
        "http.c:76:23: warning: comparison | WARN",
        "make: *** [Makefile:3: all] Error 1 | NONE",
        "2026-01-01 12:00:00 ERROR disk | ERROR",
        "level=warn msg=x | WARN",
        "[WARN] hot | WARN",
        "<err> bad | ERROR",
        "panic: page fault | ERROR",
        "Kernel panic - not syncing: VFS | ERROR",
        "[worker-0] GET /error 404 | NONE",
        "no errors found | NONE",
        "information desk | NONE",
        "all good, no error here | NONE",
        "debug poll | DEBUG",
        "'  assert        fail an assertion' | NONE",
        "'	panic  read a null pointer' | NONE",
        "'  http.c:76: error: no such field' | ERROR",
      })
  void readsTheWordsOfLogs(String line, Level level) {
    assertThat(Level.of(line)).isEqualTo(level);
  }
}
