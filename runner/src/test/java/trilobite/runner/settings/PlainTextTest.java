// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void readsWhatJacksonWrites() throws Exception {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      var settings = new TreeMap<String, String>();
      for (int k = random.nextInt(4); k > 0; k--) {
        settings.put(word(random), word(random));
      }
      var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(settings);
      assertThat(PlainText.read(text)).as(text).contains(settings);
    }
  }

  /// Any text at all: what it reads, Jackson reads the same.
  @Test
  void neverReadsMoreThanJackson() {
    var pieces = "{}\",:\\u00e9ntb/1[]a \n\u0001".split("");
    var random = new SplittableRandom(2);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder("{");
      for (int k = random.nextInt(14); k > 0; k--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      var read = PlainText.read(text.toString());
      read.ifPresent(map -> assertThat(jackson(text.toString())).as("%s", text).contains(map));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"a\":1}",
        "{\"a\":null}",
        "{\"a\":\"1\",}",
        "{\"a\" \"1\"}",
        "{\"a\":\"1\"} x",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12",
        "{\"a\":\"\n\"}",
        "{\"a"
      })
  void leavesTheRestToJackson(String text) {
    assertThat(PlainText.read(text)).isEmpty();
  }

  private static Optional<Map<String, String>> jackson(String text) {
    try {
      return Optional.of(JSON.readValue(text, new TypeReference<TreeMap<String, String>>() {}));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String word(SplittableRandom random) {
    var word = new StringBuilder();
    for (int k = random.nextInt(6); k > 0; k--) {
      word.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0xd800)));
    }
    return word.toString();
  }
}
