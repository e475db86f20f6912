// SPDX-License-Identifier: Apache-2.0

/// What Run would start and what stands in its way, shown beside every form that changes it.
package trilobite.ui.launch;
