// SPDX-License-Identifier: Apache-2.0
package trilobite.model.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what a record component means as a table column.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Meaning {
  /// One sentence; shown as the column's tooltip and in the SQL schema.
  String value();

  /// The unit of the raw value, such as `bytes`, `ms`, `packets`; empty for none.
  String unit() default "";

  /// The column's heading; empty to derive it from the component's name.
  String title() default "";
}
