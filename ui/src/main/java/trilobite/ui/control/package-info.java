// SPDX-License-Identifier: Apache-2.0

/// Small controls that several panels are made of.
package trilobite.ui.control;
