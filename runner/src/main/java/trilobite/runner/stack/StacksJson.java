// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import trilobite.model.inspect.Backtrace.Frame;
import trilobite.model.inspect.Backtrace.Local;
import trilobite.runner.stack.Unwinding.Unwound;

/// Reads what `stacks.py` writes. Names and values are the guest's.
final class StacksJson {

  private static final int MOST = 10_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private StacksJson() {}

  static List<Unwound> read(String text) throws IOException {
    var all = new ArrayList<Unwound>();
    for (var thread : few(JSON.readTree(text).path("threads"))) {
      var frames = new ArrayList<Frame>();
      for (var frame : few(thread.path("f"))) {
        frames.add(frame(frame));
      }
      all.add(
          new Unwound(thread.path("t").asInt(), List.copyOf(frames), thread.path("c").asText("")));
    }
    return List.copyOf(all);
  }

  private static Frame frame(JsonNode frame) throws IOException {
    var locals = new ArrayList<Local>();
    for (var local : few(frame.path("v"))) {
      locals.add(
          new Local(
              local.path(0).asText(),
              local.path(1).asText(),
              local.path(2).asText(),
              local.path(3).asBoolean()));
    }
    return new Frame(
        frame.path("l").asInt(),
        frame.path("a").bigIntegerValue().longValue(),
        frame.path("n").asText(),
        frame.path("f").asText(),
        frame.path("i").asInt(),
        frame.path("in").asBoolean(),
        List.copyOf(locals));
  }

  private static JsonNode few(JsonNode list) throws IOException {
    if (list.size() > MOST) {
      throw new IOException("gdb told of more frames than there can be");
    }
    return list;
  }
}
