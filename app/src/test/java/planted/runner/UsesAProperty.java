// SPDX-License-Identifier: Apache-2.0
package planted.runner;

import javafx.beans.property.StringProperty;

/// Breaks runner-never-sees-javafx.
public record UsesAProperty(StringProperty text) {}
