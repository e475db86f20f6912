// SPDX-License-Identifier: Apache-2.0
package trilobite.model.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Lets one type past one architecture rule, and says why. The rules are sentences in the
/// application's architecture tests; each names itself in its message.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Allowed {

  /// The rule's short name, such as `threads`.
  String rule();

  /// Why going through the door would be worse here.
  String because();
}
