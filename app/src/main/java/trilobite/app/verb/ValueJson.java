// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trilobite.model.inspect.Value;

/// A value and its parts as JSON: each has its `type` and a `value`, `members` or `elements`.
final class ValueJson {
  private ValueJson() {}

  static Map<String, @Nullable Object> of(Value value) {
    var json = new Json().put("type", value.type());
    switch (value) {
      case Value.Whole whole -> {
        json.put("value", number(whole)).put("hex", hex(whole));
        whole.name().ifPresent(name -> json.put("name", name));
      }
      case Value.Real real -> json.put("value", real.value());
      case Value.Pointer pointer -> {
        json.put("value", "0x" + Long.toHexString(pointer.address()));
        pointer.target().ifPresent(target -> json.put("target", target));
        pointer.text().ifPresent(text -> json.put("text", text));
      }
      case Value.Composite composite -> {
        json.put("members", composite.parts().stream().map(ValueJson::member).toList());
        cut(json, composite.cut());
      }
      case Value.Sequence sequence -> {
        json.put("count", sequence.count());
        if (sequence.text().isPresent()) {
          json.put("text", sequence.text());
        } else {
          json.put("elements", sequence.elements().stream().map(ValueJson::of).toList());
        }
        cut(json, sequence.cut());
      }
      case Value.Opaque opaque -> json.put("value", null).put("bytes", opaque.hex());
      case Value.Absent absent -> json.put("value", null).put("valueWhy", absent.why());
    }
    return json.map();
  }

  private static Map<String, @Nullable Object> member(Value.Part part) {
    var json = new Json().put("name", part.name());
    json.map().putAll(of(part.value()));
    return json.map();
  }

  private static void cut(Json json, Optional<String> cut) {
    cut.ifPresent(why -> json.put("cut", why));
  }

  private static Object number(Value.Whole whole) {
    return whole.unsigned() && whole.bits() < 0
        ? new java.math.BigInteger(Long.toUnsignedString(whole.bits()))
        : whole.bits();
  }

  private static String hex(Value.Whole whole) {
    int left = Long.SIZE - Math.clamp(whole.size(), 1, Long.BYTES) * Byte.SIZE;
    return "0x" + Long.toHexString(whole.bits() << left >>> left);
  }
}
