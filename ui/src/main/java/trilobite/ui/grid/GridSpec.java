// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.List;
import java.util.function.Function;

/// What a grid is made of.
///
/// @param name plural noun in snake case, such as `threads`; names its settings and files
/// @param columns in their order
/// @param key what tells rows apart from one reading to the next, such as an id
/// @param rowClass style class of a row by what it says, such as `grid-bad`; empty for none
/// @param prompt what the filter field says while it is empty
public record GridSpec<R>(
    String name,
    List<GridColumn<R>> columns,
    Function<R, ?> key,
    Function<R, String> rowClass,
    String prompt) {}
