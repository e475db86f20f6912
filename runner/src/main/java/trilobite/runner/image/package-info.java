// SPDX-License-Identifier: Apache-2.0
/// Images that guests boot from: what their headers say, their symbols and their build-id. Files
/// may be hostile, so each length is checked against the file before it is believed.
///
/// The ELF reader is our own, because it is the core of the product: it must be bounded, tell why
/// it refuses, and give the same symbols that guest memory is read by.
@NullMarked
package trilobite.runner.image;

import org.jspecify.annotations.NullMarked;
