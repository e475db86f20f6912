// SPDX-License-Identifier: Apache-2.0
/// What a run's graphs show: samplers, each reading one face of the guest, and the timelines that
/// they write.
@NullMarked
package trilobite.runner.vitals;

import org.jspecify.annotations.NullMarked;
