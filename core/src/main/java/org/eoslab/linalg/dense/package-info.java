/**
 * Small dense problems, of tens or hundreds of unknowns, made of eigenvalues. Example:
 * {@code PrincipalComponents.of(iterates, 3).explained()}.
 */
@NullMarked
package org.eoslab.linalg.dense;

import org.jspecify.annotations.NullMarked;
