// SPDX-License-Identifier: Apache-2.0
/// Probes of ours on a guest's wire: what is sent, and what counts as an answer.
@NullMarked
package trilobite.runner.reach;

import org.jspecify.annotations.NullMarked;
