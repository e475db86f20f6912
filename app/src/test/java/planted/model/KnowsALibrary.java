// SPDX-License-Identifier: Apache-2.0
package planted.model;

import org.slf4j.Logger;

/// Breaks model-knows-the-jdk.
public record KnowsALibrary(Logger log) {}
