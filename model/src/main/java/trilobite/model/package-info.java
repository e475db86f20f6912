// SPDX-License-Identifier: Apache-2.0

/// The shared language of the parts; see the packages below it.
package trilobite.model;
