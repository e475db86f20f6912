// SPDX-License-Identifier: Apache-2.0
package trilobite.model.table;

import java.util.function.Function;

/// One typed column of a [Table].
///
/// @param name machine name, the record component's in snake case: the JSON key and the SQL column
/// @param title heading for people
/// @param type the Java type of its values
/// @param unit unit of the raw value, empty for none
/// @param meaning one sentence
/// @param value takes the cell out of a row
public record Column<R>(
    String name,
    String title,
    Class<?> type,
    String unit,
    String meaning,
    Function<R, Object> value) {}
